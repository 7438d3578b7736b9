using Mentoring.Testing;

[assembly: Xunit.AssemblyFixture(typeof(Mentoring.Mentors.Tests.MentorService))]

namespace Mentoring.Mentors.Tests;

/// <summary>The mentor service on real servers, shared by the tests that make records of their own.</summary>
public sealed class MentorService() : ServiceFixture<MentorDb>("mentor");
