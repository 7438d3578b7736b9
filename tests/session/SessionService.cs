using Mentoring.Testing;

[assembly: Xunit.AssemblyFixture(typeof(Mentoring.Sessions.Tests.SessionService))]

namespace Mentoring.Sessions.Tests;

/// <summary>The session service as it runs, for all tests that get by with ids of their own.</summary>
public sealed class SessionService : SessionFixture;

/// <summary>The session service with video rooms.</summary>
public abstract class SessionFixture() : ServiceFixture<SessionDb>("session")
{
    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, string>> Settings() => [new("Video:Address", "https://video.example/{room}")];
}
