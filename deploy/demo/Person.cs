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

    /// <summary>
    /// Signs in, staff with a password and the code from their app, a young person with a PIN and the code from their mail. Null for staff without an
    /// app, and when the portal does not know them.
    /// </summary>
    /// <param name="platform">Where.</param>
    /// <param name="email">Who.</param>
    /// <param name="secret">The password; made of digits alone, a PIN.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Person?> SignIn(Platform platform, string email, string secret, CancellationToken cancel)
    {
        if (IsPin(secret)) return await SignInYoung(platform, email, secret, cancel);
        if (!platform.Authenticators.Has(email)) return null;
        // A code works once, so the next one is tried when this one was used just now.
        for (var later = 0; later <= 1; later++)
        {
            using var response = await platform.Send("portal", HttpMethod.Post, "/api/sign-in", JsonContent.Create(new { email, password = secret, code = platform.Authenticators.Code(email, later) }), cancel);
            if (response.IsSuccessStatusCode) return await Of(platform, await Read(response, "POST /api/sign-in", cancel), cancel);
        }

        return null;
    }

    /// <summary>Accepts the newest invitation in the mail for this address and is signed in. Signs in only, when that was done before.</summary>
    /// <param name="platform">Where.</param>
    /// <param name="email">Who.</param>
    /// <param name="secret">The password; made of digits alone, a young person's PIN.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Person> Join(Platform platform, string email, string secret, CancellationToken cancel)
    {
        if (!IsPin(secret) && await SignIn(platform, email, secret, cancel) is { } known) return known;
        var code = await platform.Mail.InvitationFor(email, cancel);
        using var response = await platform.Send("portal", HttpMethod.Post, "/api/invitations/acceptance", IsPin(secret) ? JsonContent.Create(new { code, pin = secret }) : JsonContent.Create(new { code, password = secret }), cancel);
        if (IsPin(secret) && response.StatusCode == System.Net.HttpStatusCode.NotFound && await SignInYoung(platform, email, secret, cancel) is { } back) return back;
        var accepted = await Read(response, "POST /api/invitations/acceptance", cancel);
        if (IsPin(secret)) return await Of(platform, accepted, cancel);

        var next = accepted.GetProperty("next");
        platform.Authenticators.Hold(email, next.GetProperty("key").GetString()!);
        using var enrolled = await platform.Send("portal", HttpMethod.Post, "/api/invitations/enrolment", JsonContent.Create(new { step = next.GetProperty("step").GetString(), code = platform.Authenticators.Code(email) }), cancel);
        return await Of(platform, await Read(enrolled, "POST /api/invitations/enrolment", cancel), cancel);
    }

    private static bool IsPin(string secret) => secret.All(char.IsAsciiDigit);

    private static async Task<Person?> SignInYoung(Platform platform, string email, string pin, CancellationToken cancel)
    {
        var before = platform.Mail.Newest();
        using var asked = await platform.Send("portal", HttpMethod.Post, "/api/sign-in/codes", JsonContent.Create(new { email }), cancel);
        var step = (await Read(asked, "POST /api/sign-in/codes", cancel)).GetProperty("step").GetString();
        var code = await platform.Mail.SignInCodeFor(email, before, cancel);
        using var response = await platform.Send("portal", HttpMethod.Post, "/api/sign-in", JsonContent.Create(new { step, pin, code }), cancel);
        return response.IsSuccessStatusCode ? await Of(platform, await Read(response, "POST /api/sign-in", cancel), cancel) : null;
    }

    private static async Task<Person> Of(Platform platform, JsonElement signedIn, CancellationToken cancel)
    {
        var handle = signedIn.GetProperty("session").GetString()!;
        using var me = await platform.Send("portal", HttpMethod.Get, "/api/me", null, cancel, ("Authorization", $"Session {handle}"));
        return new Person(platform, handle, (await Read(me, "GET /api/me", cancel)).GetProperty("accountId").GetGuid());
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
