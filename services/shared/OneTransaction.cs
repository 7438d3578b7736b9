using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Mentoring.Shared.Audit;
using Mentoring.Shared.Messaging;

namespace Mentoring.Shared;

/// <summary>Marks a write endpoint that manages its own commits, such as sign-in, which must count failures.</summary>
public sealed record OwnTransaction
{
    /// <summary>The mark.</summary>
    public static OwnTransaction Mark { get; } = new();
}

/// <summary>
/// Runs every write request in one transaction: all of it happens or nothing. With an <c>Idempotency-Key</c> the answer is
/// kept in that same transaction: the same key and request get the first answer again, another request gets <c>422</c>.
/// Two requests with one key wait for each other. Refusals (4xx) are kept too. What asks for another try is not: failures
/// (5xx), a race that was lost, and a record that is not there, or not yet. What was done, and who read what is sensitive, is kept in the audit trail.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken after a commit that told something.</param>
/// <param name="sentences">What constraints mean.</param>
public sealed class OneTransaction(RequestDelegate next, TimeProvider clock, PostmanBell postman, ConstraintSentences sentences)
{
    private const string Header = "Idempotency-Key";
    private const string Savepoint = "before_work";

    // Requests are at most a few megabytes (Kestrel's limit, or the endpoint's), so none is spilled to disk.
    private const int InMemory = 8 * 1024 * 1024;

    /// <summary>Called by the framework for every request.</summary>
    public async Task InvokeAsync(HttpContext context, ServiceDb db)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<SensitiveReading>() is not null)
        {
            await Read(context, db);
            return;
        }

        if (endpoint is null || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || endpoint.Metadata.GetMetadata<OwnTransaction>() is not null)
        {
            await next(context);
            return;
        }

        if (!TryReadKey(context.Request, out var key))
        {
            await Problems.Invalid("An Idempotency-Key is one text of 1 to 200 visible characters, such as a new UUID for each thing you want done.").ExecuteAsync(context);
            return;
        }

        // Read before the transaction begins: a slow sender holds no connection.
        var hash = await ReadWhole(context.Request, context.RequestAborted);
        // Nobody goes on after a write that failed, so a savepoint before each would only cost a way to the database and back.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(context.RequestAborted);
        var account = Caller.From(context.User).Account.Value;
        // Strangers share the empty account, so their keys are told apart by what they ask for.
        if (key is not null && account == Guid.Empty) key = Convert.ToHexString(SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes(key)]));
        if (key is not null)
        {
            if (!await Claim(db, account, key, hash, context.RequestAborted))
            {
                var first = await db.Set<IdempotencyKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Account == account && k.Key == key, context.RequestAborted);
                await transaction.RollbackAsync(CancellationToken.None);
                await Replay(context, first, hash);
                return;
            }
        }

        var (answer, final) = await Work(context);

        // From here the answer is decided, and a caller who hangs up changes nothing.
        var status = context.Response.StatusCode;
        if (key is not null && final && status is >= 400 and < 500 and not StatusCodes.Status404NotFound)
        {
            await transaction.RollbackToSavepointAsync(Savepoint, CancellationToken.None);
            await Keep(db, account, key, context.Response, answer);
            await Commit(transaction);
        }
        else if (status < 400)
        {
            if (key is not null) await Keep(db, account, key, context.Response, answer);
            await db.Keep(context, CancellationToken.None);
            await Commit(transaction);
            if (db.ToldSomething) postman.Ring();
        }

        // What was not committed is rolled back here, also on a connection that is gone, and before a slow reader takes the answer.
        await transaction.DisposeAsync();
        if (answer.Length > 0) await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    // Somebody's record is not shown before it is kept that it was. One's own is one's own.
    private async Task Read(HttpContext context, ServiceDb db)
    {
        var (answer, _) = await Work(context);
        if (context.Response.StatusCode < 400 && (db.About is not { } about || !Caller.From(context.User).IsMentee(about))) await db.Keep(context, context.RequestAborted);
        if (answer.Length > 0) await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private static bool TryReadKey(HttpRequest request, out string? key)
    {
        key = null;
        if (!request.Headers.TryGetValue(Header, out var sent)) return true;
        key = sent.ToString();
        if (key is ['"', .., '"']) key = key[1..^1];
        return sent.Count == 1 && key.Length is >= 1 and <= 200 && key.All(c => c is >= '!' and <= '~');
    }

    private static async Task<byte[]> ReadWhole(HttpRequest request, CancellationToken cancel)
    {
        request.EnableBuffering(InMemory);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.PathBase}{request.Path}\n{request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancel)) > 0;) hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    // Runs the endpoint with its answer held back until the commit. Returns the body, and whether another try would be answered the same.
    private async Task<(byte[] Body, bool Final)> Work(HttpContext context)
    {
        var final = true;
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            try
            {
                await next(context);
            }
            catch (Exception exception) when (Problems.From(exception, sentences) is { } problem)
            {
                final = !Problems.IsRace(exception);
                context.Response.Clear();
                await context.Response.BodyWriter.FlushAsync(CancellationToken.None);
                answer.SetLength(0);
                await TypedResults.Problem(problem).ExecuteAsync(context);
            }

            await context.Response.BodyWriter.FlushAsync(CancellationToken.None);
            return (answer.ToArray(), final);
        }
        finally
        {
            context.Response.Body = wire;
        }
    }

    private static async Task Commit(IDbContextTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception lost) when (Problems.IsAway(lost))
        {
            throw new CommitUnknownException(lost);
        }
    }

    // What a refusal goes back to is marked in the same way to the database and back.
    private async Task<bool> Claim(ServiceDb db, Guid account, string key, byte[] hash, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into idempotency_keys (account, key, request_hash, status, at)
            values ({account}, {key}, {hash}, 0, {clock.GetUtcNow()})
            on conflict do nothing;
            savepoint before_work
            """,
            cancel) == 1;

    private static Task Keep(ServiceDb db, Guid account, string key, HttpResponse response, byte[] body)
    {
        var location = response.Headers.Location.ToString() is { Length: > 0 } l ? l : null;
        return db.Set<IdempotencyKey>().Where(k => k.Account == account && k.Key == key).ExecuteUpdateAsync(
            set => set
                .SetProperty(k => k.Status, response.StatusCode)
                .SetProperty(k => k.ContentType, response.ContentType)
                .SetProperty(k => k.Location, location)
                .SetProperty(k => k.Body, body),
            CancellationToken.None);
    }

    private static async Task Replay(HttpContext context, IdempotencyKey? first, byte[] hash)
    {
        if (first is null)
        {
            await Problems.Conflict("This Idempotency-Key is just being forgotten. Try again.").ExecuteAsync(context);
            return;
        }

        if (!first.RequestHash.AsSpan().SequenceEqual(hash))
        {
            await Problems.Of(StatusCodes.Status422UnprocessableEntity, "This Idempotency-Key was used for another request. Make a new key for each thing you want done.").ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = first.Status;
        context.Response.ContentType = first.ContentType;
        if (first.Location is not null) context.Response.Headers.Location = first.Location;
        context.Response.Headers["Idempotent-Replayed"] = "true";
        if (first.Body is { Length: > 0 }) await context.Response.Body.WriteAsync(first.Body, context.RequestAborted);
    }
}
