namespace Mentoring.Testing;

/// <summary>What the checks that fit every service need of it; see <see cref="ServiceFixture{TDb}"/>.</summary>
public interface IServiceUnderTest
{
    /// <summary>The service's container.</summary>
    IServiceProvider Services { get; }

    /// <summary>Makes tokens for the service.</summary>
    TestTokens Tokens { get; }

    /// <summary>Everything the service has logged.</summary>
    CapturedLog Log { get; }

    /// <summary>A client for somebody.</summary>
    HttpClient As(Persona persona);

    /// <summary>A client that holds this token, whatever it is.</summary>
    HttpClient WithToken(string token);

    /// <summary>Equal before and after means that nothing was changed.</summary>
    Task<string> Fingerprint();
}
