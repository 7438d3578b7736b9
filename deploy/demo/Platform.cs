using Mentoring.Shared;

namespace Mentoring.Demo;

/// <summary>Where the six processes listen and where the portal leaves its mail.</summary>
public sealed class Platform : IDisposable
{
    /// <summary>Base addresses by service name.</summary>
    public required IReadOnlyDictionary<string, Uri> Services { get; init; }

    /// <summary>The folder of <c>.eml</c> files.</summary>
    public required Mailbox Mail { get; init; }

    /// <summary>What it asks with; tries again where that does no harm, unless told otherwise.</summary>
    public HttpClient Http { private get; init; } = new(new HttpResilience(TimeProvider.System) { InnerHandler = new SocketsHttpHandler() }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The apps of staff.</summary>
    public Authenticators Authenticators { get; init; } = new();

    /// <summary>Reads the addresses from <c>MENTORING_PORTAL</c>, <c>MENTORING_MENTOR</c> and so on, <c>MENTORING_MAIL</c> and <c>MENTORING_AUTHENTICATORS</c>.</summary>
    public static Platform FromEnvironment() => new()
    {
        Services = new (string Name, int Port)[] { ("portal", 5100), ("mentor", 5101), ("mentee", 5102), ("matching", 5103), ("session", 5104), ("safeguarding", 5105) }
            .ToDictionary(s => s.Name, s => new Uri(Environment.GetEnvironmentVariable($"MENTORING_{s.Name.ToUpperInvariant()}") ?? $"http://127.0.0.1:{s.Port}"), StringComparer.Ordinal),
        Mail = new(Environment.GetEnvironmentVariable("MENTORING_MAIL") ?? ".local/mail"),
        Authenticators = new(Environment.GetEnvironmentVariable("MENTORING_AUTHENTICATORS") ?? ".local/home/authenticators"),
    };

    /// <summary>Sends a request to a service.</summary>
    public Task<HttpResponseMessage> Send(string service, HttpMethod method, string path, HttpContent? content, CancellationToken cancel, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Services[service], path)) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return Http.SendAsync(request, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => Http.Dispose();
}
