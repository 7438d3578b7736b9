using Mentoring.Shared;
using Mentoring.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Safeguarding;

/// <summary>
/// Looks every minute for concerns that have waited longer than was agreed, and has the leads told again. Several instances may look at once: a
/// concern is held while it is looked at again, so that each call is made once, and not when somebody took it on meanwhile. One that
/// cannot be told of keeps no other back.
/// </summary>
/// <param name="scopes">For a context of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken when something was told.</param>
/// <param name="log">The log.</param>
public sealed class CallLeadsAgain(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, ILogger<CallLeadsAgain> log) : Rounds(clock, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override async Task<int> Look(CancellationToken cancel)
    {
        var called = 0;
        foreach (var id in await Waiting(cancel))
        {
            try
            {
                if (!await Call(id, cancel)) continue;
                called++;
                postman.Ring();
            }
#pragma warning disable CA1031 // Whatever is wrong with one, the leads must be told of the others; this one comes again in a minute.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(exception, "The safeguarding leads could not be told again that concern {Concern} waits; it is tried again in a minute.", id);
            }
        }

        return called;
    }

    private async Task<bool> Call(ConcernId id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SafeguardingDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Hold(id, cancel);
        var concern = await db.Concerns.SingleAsync(c => c.Id == id, cancel);
        if (!concern.CallAgain(Clock.GetUtcNow()).Changed) return false;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task<IReadOnlyList<ConcernId>> Waiting(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SafeguardingDb>();
        var now = Clock.GetUtcNow();
        return await db.Concerns.Where(c => c.State != ConcernState.Closed && c.CallAgainAt <= now && (c.State == ConcernState.New || c.State == ConcernState.Seen || c.HasNewWords)).OrderBy(c => c.CallAgainAt).Select(c => c.Id).ToListAsync(cancel);
    }
}
