using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mentoring.Shared;
using Shouldly;

namespace Mentoring.Testing;

/// <summary>
/// Sends every kind of spoiled request to a write endpoint and requires of each answer: a 4xx problem document in words, never a
/// 5xx, and nothing changed in the database. Afterwards the good request must still be taken, which shows that it was the
/// spoiling that was refused. Deterministic; a failure shows the exact body.
/// </summary>
public sealed partial class BadInput
{
    private const int MostShown = 25;
    private readonly IServiceUnderTest service;
    private readonly HttpMethod method;
    private readonly string url;
    private readonly string? good;
    private readonly List<(string Path, Spoil Kinds)> accepted = [];
    private readonly List<string> wrong = [];
    private Persona persona = Persona.Nobody;
    private bool ignoresBody;
    private HttpStatusCode? atEnd;
    private int sent;

    private BadInput(IServiceUnderTest service, HttpMethod method, string url, object? good)
    {
        this.service = service;
        this.method = method;
        this.url = url;
        this.good = good is null ? null : good as string ?? JsonSerializer.Serialize(good, good.GetType(), JsonRules.Strict);
    }

    /// <summary>For an endpoint.</summary>
    /// <param name="service">A service of the test's own, since the database is looked at as a whole.</param>
    /// <param name="method">The method.</param>
    /// <param name="url">The address, with real ids in it.</param>
    /// <param name="good">A good body with every member filled; null for an endpoint without one.</param>
    public static BadInput To(IServiceUnderTest service, HttpMethod method, string url, object? good = null) => new(service, method, url, good);

    /// <summary>For a POST.</summary>
    public static BadInput ToPost(IServiceUnderTest service, string url, object? good = null) => To(service, HttpMethod.Post, url, good);

    /// <summary>For a PUT.</summary>
    public static BadInput ToPut(IServiceUnderTest service, string url, object? good = null) => To(service, HttpMethod.Put, url, good);

    /// <summary>Somebody who may call it.</summary>
    public BadInput As(Persona caller)
    {
        persona = caller;
        return this;
    }

    /// <summary>
    /// At this member such spoils are truly acceptable and may succeed: <c>Accepts("about", Spoil.FreeText)</c>. The path as in
    /// <see cref="SpoiledBody.Path"/>, with <c>*</c> for anything.
    /// </summary>
    public BadInput Accepts(string path, Spoil kinds)
    {
        accepted.Add((path, kinds));
        return this;
    }

    /// <summary>The good request is not a success at the end but this, since something that was accepted has changed the record.</summary>
    public BadInput AtEnd(HttpStatusCode status)
    {
        atEnd = status;
        return this;
    }

    /// <summary>Sends everything.</summary>
    public async Task Check()
    {
        ignoresBody = good is null;
        var before = await service.Fingerprint();
        foreach (var spoiled in good is null ? [] : Spoils.Of(good))
            before = await Try(spoiled.What, spoiled.Body, url, Json(spoiled.Body), before, mayPass: Accepted(spoiled));
        foreach (var (what, content) in OddContents()) before = await Try(what, null, url, content, before);
        foreach (var (what, odd) in OddAddresses()) before = await Try(what, odd, odd, Good(), before, anyText: true);
        foreach (var (what, key) in OddKeys()) before = await Try(what, key, url, Good(), before, anyText: !Ascii.IsValid(key), key: key);
        foreach (var (what, verb) in OddMethods()) before = await Try(what, null, url, Good(), before, verb: verb);

        if (wrong.Count > 0)
            throw new ShouldAssertException($"{wrong.Count} of {sent} spoiled requests to {method} {url} went wrong:\n{string.Join('\n', wrong.Take(MostShown))}{(wrong.Count > MostShown ? "\n…" : string.Empty)}");

        using var last = await Send(url, Good(), method);
        if (atEnd is { } status) await last.ShouldBe(status);
        else await last.ShouldSucceed();
    }

    private async Task<string> Try(string what, string? shown, string address, HttpContent? content, string before, bool mayPass = false, bool anyText = false, string? key = null, HttpMethod? verb = null)
    {
        sent++;
        HttpResponseMessage response;
        try
        {
            response = await Send(address, content, verb ?? method, key);
        }
        catch (HttpRequestException cut) when (content?.Headers.ContentLength > 1_000_000)
        {
            // Kestrel may close the connection on a body that is far too large before it is sent to its end.
            _ = cut;
            return before;
        }

        using (response)
        {
            var says = await Judge(response, mayPass, anyText);
            var after = await service.Fingerprint();
            if (says is null && (int)response.StatusCode >= 400 && after != before) says = $"it was refused ({(int)response.StatusCode}) and yet something was changed";
            if (says is not null) wrong.Add($"- {what}: {says}{(shown is null ? string.Empty : $"\n  sent: {(shown.Length > 400 ? shown[..400] + "…" : shown)}")}");
            return after;
        }
    }

    private static async Task<string?> Judge(HttpResponseMessage response, bool mayPass, bool bare)
    {
        var status = (int)response.StatusCode;
        var text = await response.Content.ReadAsStringAsync();
        var shown = text.Length > 300 ? text[..300] + "…" : text;
        if (status >= 500) return $"{status} {shown}";
        if (status < 400) return mayPass ? null : $"it was taken ({status}) {shown}";
        if (status is 401 or 403) return $"{status}: give BadInput somebody who may call this endpoint";
        if (status == 429) return "429: the limit of tries hides the test; raise it by Settings()";

        // An address that is no address is refused by Kestrel itself, without a document.
        if (bare && status == 400 && text.Length == 0) return null;
        var (problem, not) = await Http.ReadProblem(response);
        if (not is not null) return $"{status}, but {not}: {shown}";
        if (problem.TryGetProperty("errors", out var errors))
            foreach (var error in errors.EnumerateObject())
                if (error.Value.EnumerateArray().Any(e => string.IsNullOrWhiteSpace(e.GetString()) || !e.GetString()!.Contains(' ', StringComparison.Ordinal))) return $"{status}, but errors.{error.Name} has no sentence: {shown}";
        return null;
    }

    private async Task<HttpResponseMessage> Send(string address, HttpContent? content, HttpMethod verb, string? key = null)
    {
        using var client = service.As(persona);
        using var request = new HttpRequestMessage(verb, address) { Content = content };
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    private bool Accepted(SpoiledBody spoiled) => accepted.Any(a => a.Kinds.HasFlag(spoiled.Kind)
        && Regex.IsMatch(spoiled.Path, $"^{Regex.Escape(a.Path).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));

    private StringContent? Good() => good is null ? null : Json(good);

    private static StringContent Json(string body)
    {
        // StringContent would refuse half a surrogate pair; those are written as escapes and so are plain ASCII here.
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private IEnumerable<(string What, HttpContent? Content)> OddContents()
    {
        if (ignoresBody) yield break;
        HttpContent As(string? type, byte[] bytes)
        {
            var content = new ByteArrayContent(bytes);
            if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
            return content;
        }

        var bytes = Encoding.UTF8.GetBytes(good!);
        yield return ("no content at all", null);
        foreach (var type in (string?[])[null, "text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded", "nonsense", "application/json; charset=nonsense"])
            yield return ($"the content type {type ?? "left out"}", As(type, bytes));
        yield return ("JSON in UTF-16 that claims to be UTF-8", As("application/json", Encoding.Unicode.GetBytes(good!)));
        yield return ("bytes that are no UTF-8", As("application/json", Spoils.BrokenUtf8(good!)));
        yield return ("bytes of nothing in particular", As("application/json", [0, 1, 2, 0xFF, 0xFE, 0]));
    }

    private IEnumerable<(string What, string Url)> OddAddresses()
    {
        string[] odd = ["not-an-id", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-7fff-bfff-ffffffffffff", "1", "-1", "%00", "a%00b", "%ff%fe", "..%2f..%2fetc", "'%20or%201=1", "%F0%9F%98%80", new string('9', 3_000), "null", "%E2%80%AE"];
        foreach (Match id in Ids().Matches(url))
            foreach (var value in odd)
                yield return ($"{(value.Length > 40 ? "a very long text" : value)} for an id in the address", url[..id.Index] + value + url[(id.Index + id.Length)..]);
        foreach (Match query in QueryValues().Matches(url))
            foreach (var value in odd.Append(string.Empty).Append("99999999999999999999"))
                yield return ($"{(value.Length > 40 ? "a very long text" : value)} for a value in the query", url[..query.Groups["value"].Index] + value + url[(query.Groups["value"].Index + query.Groups["value"].Length)..]);
    }

    private static IEnumerable<(string What, string Key)> OddKeys() =>
    [
        ("an empty Idempotency-Key", " "),
        ("an Idempotency-Key of 5,000 characters", new string('k', 5_000)),
        ("an Idempotency-Key with a space in it", "a b"),
        ("an Idempotency-Key with a letter that is not ASCII", "schl\u00fcssel"),
    ];

    private IEnumerable<(string What, HttpMethod Verb)> OddMethods() =>
        ((string[])["LINK", "BREW"]).Where(v => v != method.Method).Select(v => ($"the method {v}", HttpMethod.Parse(v)));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("[?&][^=&]+=(?<value>[^&]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QueryValues();
}
