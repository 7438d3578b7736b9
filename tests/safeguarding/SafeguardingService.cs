using Mentoring.Testing;

[assembly: Xunit.AssemblyFixture(typeof(Mentoring.Safeguarding.Tests.SafeguardingService))]

namespace Mentoring.Safeguarding.Tests;

/// <summary>The safeguarding service as it runs, for all tests that get by with ids of their own.</summary>
public sealed class SafeguardingService() : ServiceFixture<SafeguardingDb>("safeguarding");
