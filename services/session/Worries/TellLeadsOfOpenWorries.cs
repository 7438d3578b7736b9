using Mentoring.Shared;
using Mentoring.Shared.Messaging;

namespace Mentoring.Sessions;

/// <summary>
/// Looks for people who said that they do not feel safe, or are not sure, and with whom nobody has talked for two days: then the safeguarding
/// leads are told. Several instances may look at once: a worry is held while it is looked at again, so that each is told once, and not when
/// somebody wrote down a talk meanwhile. One that cannot be told of keeps no other back.
/// </summary>
/// <param name="scopes">For a context of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken when something was told.</param>
/// <param name="log">The log.</param>
public sealed class TellLeadsOfOpenWorries(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, ILogger<TellLeadsOfOpenWorries> log) : Rounds(clock, log)
{
    /// <inheritdoc/>
    public override async Task<int> Look(CancellationToken cancel)
    {
        var told = 0;
        foreach (var worry in await Open(cancel))
        {
            try
            {
                if (!await TellOf(worry.Id, cancel)) continue;
                told++;
                postman.Ring();
            }
#pragma warning disable CA1031 // Whatever is wrong with one, the others must be told of; this one comes again with the next round.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(exception, "The safeguarding leads could not be told of worry {Worry}; it is tried again in a quarter of an hour.", worry.Id);
            }
        }

        return told;
    }

    /// <summary>Tells the leads of one worry, unless it was told or somebody has talked with them by now.</summary>
    /// <param name="id">The worry.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Whether it was told.</returns>
    public async Task<bool> TellOf(Guid id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var worry = await db.HoldWorry(id, cancel);

        // Looked at again: a check-in may have been written down since.
        if (await db.Unanswered(db.Worries.Where(w => w.Id == id), cancel) is [] || !worry.TellLeads(Clock.GetUtcNow()).Changed) return false;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task<IReadOnlyList<Worry>> Open(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionDb>();
        var before = Clock.GetUtcNow() - Worry.LeadsAfter;
        return await db.Unanswered(db.Worries.Where(w => w.LeadsToldAt == null && w.SaidAt <= before), cancel);
    }
}
