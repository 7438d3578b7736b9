using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Mentoring.Portal;

/// <summary>The services a page can ask; also their audiences.</summary>
public static class Service
{
    /// <summary>Partners, mentors, screening.</summary>
    public const string Mentor = "mentor";

    /// <summary>Young people.</summary>
    public const string Mentee = "mentee";

    /// <summary>Suggestions, offers, matches.</summary>
    public const string Matching = "matching";

    /// <summary>Sessions, reflections, goals, check-ins.</summary>
    public const string Session = "session";

    /// <summary>Concerns.</summary>
    public const string Safeguarding = "safeguarding";
}

/// <summary>One part of a page: what a service said, or that it could not be asked just now.</summary>
/// <typeparam name="T">What it says.</typeparam>
public sealed record Part<T>
{
    /// <summary>The answer; null when there is none.</summary>
    public T? Value { get; init; }

    /// <summary>Whether the service does not answer. The page says so where this part would be and shows the rest.</summary>
    public bool IsAway { get; init; }

    /// <summary>Whether there is nothing that this person may see: show what you show for a wrong address.</summary>
    public bool IsMissing { get; init; }

    /// <summary>The service's own words when it refused.</summary>
    public string? Sentence { get; init; }

    /// <summary>Whether there is an answer.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    public bool IsThere => Value is not null && !IsAway && !IsMissing;
}

/// <summary>What became of something a person wanted done.</summary>
/// <typeparam name="T">What the service answers when it is done.</typeparam>
public sealed record Outcome<T>
{
    /// <summary>Whether it was done.</summary>
    public required bool IsDone { get; init; }

    /// <summary>The answer when it was done and there is one.</summary>
    public T? Value { get; init; }

    /// <summary>Why not, in a sentence for the person.</summary>
    public string? Sentence { get; init; }

    /// <summary>What is wrong with which field, by the service's names (<c>firstName</c>, <c>weekly[0].from</c>).</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Whether there is no such thing, or not for this person.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Whether the service does not answer; what was typed must stay.</summary>
    public bool IsAway { get; init; }
}

/// <summary>
/// Asks the services as the person who is signed in, with a token of theirs for each. Reads never throw: a service that is away is a
/// <see cref="Part{T}"/> that says so. Writes carry the form's own Idempotency-Key, so pressing a button twice does a thing once.
/// </summary>
/// <param name="clients">HTTP, with Polly around it.</param>
/// <param name="tokens">The person's tokens.</param>
/// <param name="http">The request.</param>
/// <param name="log">Told of answers that cannot be read: each is a bug of ours, though the person sees the same as when a service is away.</param>
public sealed partial class Ask(IHttpClientFactory clients, CallersTokens tokens, IHttpContextAccessor http, ILogger<Ask> log)
{
    /// <summary>The name of the form field that holds the Idempotency-Key.</summary>
    public const string KeyField = "_key";

    internal static readonly JsonSerializerOptions Json = MakeJson();

    // A page that waits longer than this is worse than a page that says a part is away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private const string Away = "We could not reach a part of the system just now. Nothing is lost: what you typed is still here. Wait a moment and try again.";

    private int calls;
    private int writes;

    /// <summary>How many calls were made for this request; a page makes four at most.</summary>
    public int Calls => calls;

    /// <summary>Reads something.</summary>
    /// <typeparam name="T">What of the answer the page needs; other members are ignored.</typeparam>
    /// <param name="service">One of <see cref="Service"/>.</param>
    /// <param name="path">Path and query; build it with <see cref="Uri.EscapeDataString(string)"/> where people's words go in.</param>
    /// <param name="reason">A safeguarding lead's reason for looking.</param>
    public async Task<Part<T>> Get<T>(string service, string path, string? reason = null)
    {
        try
        {
            using var response = await Send(service, () => new HttpRequestMessage(HttpMethod.Get, path), reason, Patience);
            return response.StatusCode switch
            {
                HttpStatusCode.NotFound or HttpStatusCode.Forbidden => new() { IsMissing = true },
                // It does not know the key yet that signed a new token; within half a minute it does.
                HttpStatusCode.Unauthorized => new() { IsAway = true },
                var s when (int)s is >= 200 and < 300 => new() { Value = await Read<T>(response) },
                var s when (int)s is >= 400 and < 500 => new() { Sentence = (await Problem(response))?.Detail, IsMissing = true },
                _ => new() { IsAway = true },
            };
        }
        catch (Exception failed) when (IsAway(failed))
        {
            return new() { IsAway = true };
        }
    }

    /// <summary>Reads a file as it is, such as a CSV; null when it is missing or the service away.</summary>
    public async Task<byte[]?> GetFile(string service, string path) => (await GetBytes(service, path)).Value;

    /// <summary>Reads a file as it is, and says whether it is missing or the service away.</summary>
    public async Task<Part<byte[]>> GetBytes(string service, string path)
    {
        try
        {
            using var response = await Send(service, () => new HttpRequestMessage(HttpMethod.Get, path), reason: null, Patience);
            return response.IsSuccessStatusCode ? new() { Value = await response.Content.ReadAsByteArrayAsync(Gone) }
                : (int)response.StatusCode >= 500 ? new() { IsAway = true }
                : new() { IsMissing = true };
        }
        catch (Exception failed) when (IsAway(failed))
        {
            return new() { IsAway = true };
        }
    }

    /// <summary>Has something done, with an answer that is read.</summary>
    /// <typeparam name="T">What of the answer the page needs.</typeparam>
    /// <param name="method">POST, PUT or DELETE.</param>
    /// <param name="service">One of <see cref="Service"/>.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="body">An object for JSON, or an <see cref="HttpContent"/> factory for a file, or nothing.</param>
    /// <param name="reason">A safeguarding lead's reason.</param>
    public async Task<Outcome<T>> Do<T>(HttpMethod method, string service, string path, object? body = null, string? reason = null)
    {
        var key = Key();
        try
        {
            using var response = await Send(service, () => Request(method, path, body, key), reason, TimeSpan.FromSeconds(15));
            if (response.IsSuccessStatusCode)
                return new() { IsDone = true, Value = response.Content.Headers.ContentLength is 0 || response.StatusCode == HttpStatusCode.NoContent || typeof(T) == typeof(Nothing) ? default : await Read<T>(response) };
            if ((int)response.StatusCode >= 500) return new() { IsDone = false, IsAway = true, Sentence = Away };
            var problem = await Problem(response);
            return new()
            {
                IsDone = false,
                IsMissing = response.StatusCode == HttpStatusCode.NotFound,
                Sentence = problem?.Errors is { Count: > 0 } ? null : problem?.Detail ?? "That did not work. Check what you asked for and try again.",
                Errors = problem?.Errors ?? [],
            };
        }
        catch (Exception failed) when (IsAway(failed))
        {
            return new() { IsDone = false, IsAway = true, Sentence = Away };
        }
    }

    /// <summary>Posts, with no answer that matters.</summary>
    public Task<Outcome<Nothing>> Post(string service, string path, object? body = null, string? reason = null) => Do<Nothing>(HttpMethod.Post, service, path, body, reason);

    /// <summary>Posts and reads the answer.</summary>
    public Task<Outcome<T>> Post<T>(string service, string path, object? body = null, string? reason = null) => Do<T>(HttpMethod.Post, service, path, body, reason);

    /// <summary>Puts, with no answer that matters.</summary>
    public Task<Outcome<Nothing>> Put(string service, string path, object body) => Do<Nothing>(HttpMethod.Put, service, path, body);

    /// <summary>Deletes.</summary>
    public Task<Outcome<Nothing>> Delete(string service, string path) => Do<Nothing>(HttpMethod.Delete, service, path);

    private CancellationToken Gone => http.HttpContext?.RequestAborted ?? CancellationToken.None;

    private async Task<HttpResponseMessage> Send(string service, Func<HttpRequestMessage> make, string? reason, TimeSpan patience)
    {
        Interlocked.Increment(ref calls);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Gone);
        enough.CancelAfter(patience);
        using var client = clients.CreateClient(service);
        for (var again = false; ; again = true)
        {
            using var request = make();
            // The header travels as UTF-8 (see WebPages), on one line.
            if (reason is not null) request.Headers.TryAddWithoutValidation("Access-Reason", reason.ReplaceLineEndings(" "));
            if (await tokens.For(http.HttpContext!.User, service, fresh: again, enough.Token) is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var response = await client.SendAsync(request, enough.Token);
            // A token that a signing key's withdrawal killed before its time is made anew, once.
            if (response.StatusCode != HttpStatusCode.Unauthorized || again || request.Headers.Authorization is null) return response;
            response.Dispose();
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, object? body, string key)
    {
        var request = new HttpRequestMessage(method, path)
        {
            Content = body switch
            {
                null => null,
                Func<HttpContent> file => file(),
                _ => JsonContent.Create(body, body.GetType(), options: Json),
            },
        };
        request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    // The first write of a form has the form's key, the second the same with a number, and so on.
    private string Key()
    {
        var request = http.HttpContext!.Request;
        var form = request.HasFormContentType ? request.Form[KeyField].ToString() : string.Empty;
        var number = Interlocked.Increment(ref writes);
        return Guid.TryParse(form, out var key) ? $"{key}-{number}" : Guid.CreateVersion7().ToString();
    }

    private async Task<T?> Read<T>(HttpResponseMessage response)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(Json, Gone);
        }
        catch (JsonException unreadable)
        {
            // Its message could quote what somebody wrote; where it stands is enough to find it.
            LogUnreadable(typeof(T), response.RequestMessage?.RequestUri?.Authority, unreadable.Path);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Error, "An answer of {Service} could not be read as {Type}, at {Place}. This is a mistake in the page that asked.")]
    private partial void LogUnreadable(Type type, string? service, string? place);

    private async Task<ProblemDocument?> Problem(HttpResponseMessage response)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<ProblemDocument>(JsonSerializerOptions.Web, Gone);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsAway(Exception failed) => failed is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or JsonException or IOException
        || (failed is OperationCanceledException && !Gone.IsCancellationRequested);

    // Speaks like the services, but does not mind what it has not heard of.
    private static JsonSerializerOptions MakeJson()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonRules.Apply(json);
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        return json;
    }

    private sealed record ProblemDocument(string? Detail, Dictionary<string, string[]>? Errors);
}

/// <summary>An answer that nobody reads.</summary>
public sealed record Nothing;

/// <summary>
/// The tokens with which pages call services, kept for as long as they are good: a sign-in's token for a service is made once in four
/// minutes, not once a page. Whether the sign-in still stands, and with which roles, was looked up for this request before.
/// </summary>
/// <param name="scopes">For a context of its own: parts of a page are asked for at the same time.</param>
/// <param name="clock">The clock.</param>
public sealed class CallersTokens(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (string Token, DateTimeOffset Until)> kept = new(StringComparer.Ordinal);

    /// <summary>A token for a service; null for somebody who is not signed in.</summary>
    public async Task<string?> For(System.Security.Claims.ClaimsPrincipal user, string service, bool fresh, CancellationToken cancel)
    {
        if (user.Identity?.IsAuthenticated != true) return null;
        var now = clock.GetUtcNow();
        var signIn = user.SignIn();
        // With everything the token says, so that a changed role never meets an older token.
        var name = $"{signIn} {service} {string.Join(' ', user.Claims.Select(c => c.Type + "=" + c.Value))}";
        if (!fresh && kept.TryGetValue(name, out var found) && found.Until > now) return found.Token;

        await using var scope = scopes.CreateAsyncScope();
        var id = Caller.From(user).Account.Value;
        var account = await scope.ServiceProvider.GetRequiredService<AccountsDb>().Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (account is null) return null;
        var token = await scope.ServiceProvider.GetRequiredService<AccessTokens>().For(account, signIn, service, cancel);
        if (kept.Count > 20_000) Forget(now);
        kept[name] = (token, now + AccessTokens.Life - TimeSpan.FromMinutes(1));
        return token;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var old in kept.Where(k => k.Value.Until <= now).ToList()) kept.TryRemove(old);
    }
}
