using Mentoring.Testing;

[assembly: Xunit.AssemblyFixture(typeof(Mentoring.Sessions.Tests.SessionService))]

namespace Mentoring.Sessions.Tests;

/// <summary>The session service as it runs, for all tests that get by with ids of their own.</summary>
public sealed class SessionService() : ServiceFixture<SessionDb>("session");
