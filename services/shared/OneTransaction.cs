using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
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
/// Two requests with one key wait for each other.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken after a commit.</param>
/// <param name="sentences">What constraints mean.</param>
public sealed class OneTransaction(RequestDelegate next, TimeProvider clock, PostmanBell postman, ConstraintSentences sentences)
{
    private const string Header = "Idempotency-Key";
    private const string Savepoint = "before_work";

    /// <summary>Called by the framework for every request.</summary>
    public async Task InvokeAsync(HttpContext context, ServiceDb db)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || endpoint.Metadata.GetMetadata<OwnTransaction>() is not null)
        {
            await next(context);
            return;
        }

        var cancel = context.RequestAborted;
        string? key = null;
        if (context.Request.Headers.TryGetValue(Header, out var sent))
        {
            key = sent.ToString().Trim('"');
            if (sent.Count != 1 || key.Length is < 1 or > 200 || key.Any(c => c is < '!' or > '~'))
            {
                await Problems.Invalid("An Idempotency-Key is one text of 1 to 200 visible characters, such as a new UUID for each thing you want done.").ExecuteAsync(context);
                return;
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = Caller.From(context.User).Account.Value;
        var hash = key is null ? [] : await Hash(context.Request, cancel);
        if (key is not null && !await Claim(db, account, key, hash, cancel))
        {
            await transaction.RollbackAsync(cancel);
            var first = await db.Set<IdempotencyKey>().AsNoTracking().SingleAsync(k => k.Account == account && k.Key == key, cancel);
            await Replay(context, first, hash, cancel);
            return;
        }

        await transaction.CreateSavepointAsync(Savepoint, cancel);
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await Work(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        var status = context.Response.StatusCode;
        if (status >= 400) await transaction.RollbackToSavepointAsync(Savepoint, CancellationToken.None);
        if (key is not null && status < 500)
            await Keep(db, account, key, context.Response, answer.ToArray(), cancel);

        if (status < 400 || (key is not null && status < 500))
        {
            await transaction.CommitAsync(cancel);
            postman.Ring();
        }
        else
        {
            await transaction.RollbackAsync(CancellationToken.None);
        }

        answer.Position = 0;
        await answer.CopyToAsync(wire, cancel);
    }

    private async Task Work(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (Problems.From(exception, sentences) is { } problem)
        {
            context.Response.Clear();
            context.Response.Body.SetLength(0);
            await TypedResults.Problem(problem).ExecuteAsync(context);
        }
    }

    private async Task<bool> Claim(ServiceDb db, Guid account, string key, byte[] hash, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into idempotency_keys (account, key, request_hash, status, at)
            values ({account}, {key}, {hash}, 0, {clock.GetUtcNow()})
            on conflict do nothing
            """,
            cancel) == 1;

    private static Task Keep(ServiceDb db, Guid account, string key, HttpResponse response, byte[] body, CancellationToken cancel)
    {
        var location = response.Headers.Location.ToString() is { Length: > 0 } l ? l : null;
        return db.Set<IdempotencyKey>().Where(k => k.Account == account && k.Key == key).ExecuteUpdateAsync(
            set => set
                .SetProperty(k => k.Status, response.StatusCode)
                .SetProperty(k => k.ContentType, response.ContentType)
                .SetProperty(k => k.Location, location)
                .SetProperty(k => k.Body, body),
            cancel);
    }

    private static async Task Replay(HttpContext context, IdempotencyKey first, byte[] hash, CancellationToken cancel)
    {
        if (!first.RequestHash.AsSpan().SequenceEqual(hash))
        {
            await Problems.Of(StatusCodes.Status422UnprocessableEntity, "This Idempotency-Key was used for another request. Make a new key for each thing you want done.").ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = first.Status;
        context.Response.ContentType = first.ContentType;
        if (first.Location is not null) context.Response.Headers.Location = first.Location;
        context.Response.Headers["Idempotent-Replayed"] = "true";
        if (first.Body is { Length: > 0 }) await context.Response.Body.WriteAsync(first.Body, cancel);
    }

    private static async Task<byte[]> Hash(HttpRequest request, CancellationToken cancel)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancel)) > 0;) hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
