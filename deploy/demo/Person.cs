using System.Text;
using System.Text.Json;
using Mentoring.Shared;

namespace Mentoring.Demo;

/// <summary>Somebody signed in at the portal, who calls the services with tokens of their own.</summary>
public sealed class Person
{
    private readonly Platform platform;
    private readonly Dictionary<string, (string Token, long Got)> tokens = new(StringComparer.Ordinal);

    private Person(Platform platform, string session, Guid account)
    {
        this.platform = platform;
        Session = session;
        Account = account;
    }

    /// <summary>The account's id, which for a caseworker is also the caseworker's id.</summary>
    public Guid Account { get; }

    /// <summary>The handle of the sign-in, which a browser holds in its cookie.</summary>
    public string Session { get; }

    /// <summary>Signs in; null when the portal does not know this e-mail and password together.</summary>
    public static async Task<Person?> SignIn(Platform platform, string email, string password, CancellationToken cancel)
    {
        using var response = await platform.Send("portal", HttpMethod.Post, "/api/sign-in", JsonContent.Create(new { email, password }), cancel);
        if (!response.IsSuccessStatusCode) return null;
        var handle = (await Read(response, "POST /api/sign-in", cancel)).GetProperty("session").GetString()!;
        using var me = await platform.Send("portal", HttpMethod.Get, "/api/me", null, cancel, ("Authorization", $"Session {handle}"));
        var account = (await Read(me, "GET /api/me", cancel)).GetProperty("accountId").GetGuid();
        return new Person(platform, handle, account);
    }

    /// <summary>Accepts the newest invitation in the mail for this address and signs in. Signs in only, when that was done before.</summary>
    public static async Task<Person> Join(Platform platform, string email, string password, CancellationToken cancel)
    {
        if (await SignIn(platform, email, password, cancel) is { } known) return known;
        var code = await platform.Mail.InvitationFor(email, cancel);
        using var response = await platform.Send("portal", HttpMethod.Post, "/api/invitations/acceptance", JsonContent.Create(new { code, password }), cancel);
        _ = await Read(response, "POST /api/invitations/acceptance", cancel);
        return await SignIn(platform, email, password, cancel) ?? throw new DemoException($"{email} accepted the invitation but cannot sign in.");
    }

    /// <summary>Reads from a service.</summary>
    public Task<JsonElement> Get(string service, string path, CancellationToken cancel) => Ask(service, HttpMethod.Get, path, null, null, cancel);

    /// <summary>Posts to a service. The key makes a second run give the first answer again.</summary>
    public Task<JsonElement> Post(string service, string path, object? body, string? key, CancellationToken cancel) =>
        Ask(service, HttpMethod.Post, path, body is null ? null : JsonContent.Create(body, options: JsonRules.Strict), key, cancel);

    /// <summary>Puts to a service.</summary>
    public Task<JsonElement> Put(string service, string path, object body, CancellationToken cancel) =>
        Ask(service, HttpMethod.Put, path, JsonContent.Create(body, options: JsonRules.Strict), null, cancel);

    /// <summary>Posts a spreadsheet.</summary>
    public Task<JsonElement> PostCsv(string service, string path, string csv, CancellationToken cancel) =>
        Ask(service, HttpMethod.Post, path, new StringContent(csv, Encoding.UTF8, "text/csv"), null, cancel);

    /// <summary>Asks and returns the raw answer, also when it is a refusal.</summary>
    public async Task<HttpResponseMessage> Try(string service, HttpMethod method, string path, HttpContent? content, string? key, CancellationToken cancel, params (string Name, string Value)[] more)
    {
        (string, string)[] headers = [.. more, ("Authorization", service == "portal" ? $"Session {Session}" : $"Bearer {await Token(service, cancel)}"), .. key is null ? Array.Empty<(string, string)>() : [("Idempotency-Key", key)]];
        return await platform.Send(service, method, path, content, cancel, headers);
    }

    private async Task<JsonElement> Ask(string service, HttpMethod method, string path, HttpContent? content, string? key, CancellationToken cancel)
    {
        using var response = await Try(service, method, path, content, key, cancel);
        return await Read(response, $"{method} {service}{path}", cancel);
    }

    private async Task<string> Token(string service, CancellationToken cancel)
    {
        if (tokens.TryGetValue(service, out var kept) && Environment.TickCount64 - kept.Got < 240_000) return kept.Token;
        using var response = await platform.Send("portal", HttpMethod.Post, "/api/tokens", JsonContent.Create(new { audience = service }), cancel, ("Authorization", $"Session {Session}"));
        var token = (await Read(response, "POST /api/tokens", cancel)).GetProperty("accessToken").GetString()!;
        tokens[service] = (token, Environment.TickCount64);
        return token;
    }

    private static async Task<JsonElement> Read(HttpResponseMessage response, string what, CancellationToken cancel)
    {
        var text = await response.Content.ReadAsStringAsync(cancel);
        if (!response.IsSuccessStatusCode) throw new DemoException($"{what} answered {(int)response.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}

/// <summary>A step did not work; the message says which and what was answered.</summary>
/// <param name="message">What happened.</param>
public sealed class DemoException(string message) : Exception(message);
