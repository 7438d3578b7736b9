using Mentoring.Shared.Messaging;

namespace Mentoring.Sessions;

/// <summary>
/// Looks for people who said that they do not feel safe, or are not sure, and with whom nobody has spoken for two days: then the safeguarding
/// leads are told. Several instances may look at once: what was said is held while it is looked at, so that each is told once.
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
        foreach (var pulse in await Open(cancel))
        {
            if (!await Tell(pulse, cancel)) continue;
            told++;
            postman.Ring();
        }

        return told;
    }

    private async Task<IReadOnlyList<Pulse>> Open(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionDb>();
        var before = Clock.GetUtcNow() - Pulse.LeadsAfter;
        return await db.Unanswered(db.Pulses.Where(p => p.LeadsToldAt == null && p.SaidAt <= before), cancel);
    }

    private async Task<bool> Tell(Pulse open, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pulse = await db.HoldPulse(open.SessionId, open.By, cancel);
        if (!pulse.TellLeads(Clock.GetUtcNow()).Changed) return false;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
