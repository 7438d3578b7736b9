using System.Net;
using System.Text;
using System.Text.Json;
using Mentoring.Shared;
using Shouldly;

namespace Mentoring.Testing;

/// <summary>Calls in the service's own JSON, and assertions on the answers.</summary>
public static class Http
{
    /// <summary>POST with a JSON body; without a body where it is null.</summary>
    public static Task<HttpResponseMessage> Post(this HttpClient client, string url, object? body = null, string? idempotencyKey = null) => client.Send(HttpMethod.Post, url, body, idempotencyKey);

    /// <summary>PUT with a JSON body.</summary>
    public static Task<HttpResponseMessage> Put(this HttpClient client, string url, object? body = null, string? idempotencyKey = null) => client.Send(HttpMethod.Put, url, body, idempotencyKey);

    /// <summary>PATCH with JSON.</summary>
    public static Task<HttpResponseMessage> Patch(this HttpClient client, string url, object? body = null, string? idempotencyKey = null) => client.Send(HttpMethod.Patch, url, body, idempotencyKey);

    /// <summary>DELETE.</summary>
    public static Task<HttpResponseMessage> Delete(this HttpClient client, string url, string? idempotencyKey = null) => client.Send(HttpMethod.Delete, url, null, idempotencyKey);

    /// <summary>GET, not yet judged.</summary>
    public static Task<HttpResponseMessage> Get(this HttpClient client, string url) => client.Send(HttpMethod.Get, url);

    /// <summary>GET that must succeed, read as strictly as the service reads.</summary>
    public static async Task<T> Get<T>(this HttpClient client, string url)
    {
        using var response = await client.Get(url);
        return await response.ShouldBe<T>(HttpStatusCode.OK);
    }

    /// <summary>A request with a JSON body, where there is one, and an <c>Idempotency-Key</c>, where there is one.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient client, HttpMethod method, string url, object? body = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is HttpContent content) request.Content = content;
        else if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body, body.GetType(), JsonRules.Strict), Encoding.UTF8, "application/json");
        // Asked before it is sent: a server that refuses a large body hangs up, and the sender would never read why.
        if (request.Content?.Headers.ContentLength > 512 * 1024) request.Headers.ExpectContinue = true;
        if (idempotencyKey is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return await client.SendAsync(request);
    }

    /// <summary>The answer must have this status; the failure shows what was answered instead.</summary>
    public static async Task<HttpResponseMessage> ShouldBe(this HttpResponseMessage response, HttpStatusCode status)
    {
        if (response.StatusCode != status)
            throw new ShouldAssertException($"{Describe(response)} should be {(int)status} but is {(int)response.StatusCode}:\n{await response.Content.ReadAsStringAsync()}");
        return response;
    }

    /// <summary>The answer must have this status and be a <typeparamref name="T"/>; members that it does not know are a failure.</summary>
    public static async Task<T> ShouldBe<T>(this HttpResponseMessage response, HttpStatusCode status)
    {
        await response.ShouldBe(status);
        var json = await response.Content.ReadAsStringAsync();
        try
        {
            return JsonSerializer.Deserialize<T>(json, JsonRules.Strict) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException wrong)
        {
            throw new ShouldAssertException($"{Describe(response)} does not answer a {typeof(T).Name}: {wrong.Message}\n{json}", wrong);
        }
    }

    /// <summary>The answer must be a success, of whichever kind.</summary>
    public static async Task<HttpResponseMessage> ShouldSucceed(this HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
            throw new ShouldAssertException($"{Describe(response)} should succeed but is {(int)response.StatusCode}:\n{await response.Content.ReadAsStringAsync()}");
        return response;
    }

    /// <summary>Awaits the call and requires a success.</summary>
    public static async Task<HttpResponseMessage> ShouldSucceed(this Task<HttpResponseMessage> response) => await (await response).ShouldSucceed();

    /// <summary>Awaits the call and requires this status.</summary>
    public static async Task<HttpResponseMessage> ShouldBe(this Task<HttpResponseMessage> response, HttpStatusCode status) => await (await response).ShouldBe(status);

    /// <summary>Awaits the call and requires this status and a <typeparamref name="T"/>.</summary>
    public static async Task<T> ShouldBe<T>(this Task<HttpResponseMessage> response, HttpStatusCode status) => await (await response).ShouldBe<T>(status);

    /// <summary>Awaits the call and requires a problem document.</summary>
    public static async Task<JsonElement> ShouldBeProblem(this Task<HttpResponseMessage> response, HttpStatusCode status, string? contains = null) => await (await response).ShouldBeProblem(status, contains);

    /// <summary>The answer must be a problem document (RFC 9457) with this status and a detail that a person can read, holding the given words.</summary>
    public static async Task<JsonElement> ShouldBeProblem(this HttpResponseMessage response, HttpStatusCode status, string? contains = null)
    {
        await response.ShouldBe(status);
        var (problem, wrong) = await ReadProblem(response);
        if (wrong is not null) throw new ShouldAssertException($"{Describe(response)}: {wrong}\n{await response.Content.ReadAsStringAsync()}");
        if (contains is not null) problem.GetRawText().Unescaped().ShouldContain(contains, Case.Insensitive, Describe(response));
        return problem;
    }

    /// <summary>The answer as JSON.</summary>
    public static async Task<JsonElement> Json(this HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    /// <summary>Reads a problem document; says what is wrong where it is none that a person can read.</summary>
    internal static async Task<(JsonElement Problem, string? Wrong)> ReadProblem(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return (default, $"the answer is {response.Content.Headers.ContentType?.ToString() ?? "without content type"} and not application/problem+json");
        JsonElement problem;
        try
        {
            problem = await response.Json();
        }
        catch (JsonException)
        {
            return (default, "the answer is not JSON");
        }

        if (!problem.TryGetProperty("status", out var status) || status.GetInt32() != (int)response.StatusCode) return (problem, "the problem's status is not that of the answer");
        foreach (var member in (string[])["title", "detail"])
        {
            if (!problem.TryGetProperty(member, out var text) || text.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(text.GetString())) return (problem, $"the problem has no {member}");
            if (NotForPeople(text.GetString()!) is { } odd) return (problem, $"the problem's {member} is not for people: it says '{odd}'");
        }

        return problem.GetProperty("detail").GetString()!.Contains(' ', StringComparison.Ordinal) ? (problem, null) : (problem, "the problem's detail is not a sentence");
    }

    private static string? NotForPeople(string text) => ((string[])["System.", "Exception", "Microsoft.", "Npgsql", "   at ", "Mentoring.", "BytePositionInLine", "LineNumber", "Nullable`1"])
        .FirstOrDefault(odd => text.Contains(odd, StringComparison.Ordinal));

    private static string Unescaped(this string json) => System.Text.RegularExpressions.Regex.Unescape(json);

    private static string Describe(HttpResponseMessage response) => $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery}";
}
