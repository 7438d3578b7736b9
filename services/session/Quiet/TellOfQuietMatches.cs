using Mentoring.Shared;
using Mentoring.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>
/// Looks for matches that have gone quiet. Several instances may look at once: each match is held while it is looked at, so that each
/// quiet spell is told once.
/// </summary>
/// <param name="scopes">For a context of its own each time.</param>
/// <param name="clock">The clock.</param>
/// <param name="postman">Woken when something was told.</param>
/// <param name="log">The log.</param>
public sealed class TellOfQuietMatches(IServiceScopeFactory scopes, TimeProvider clock, PostmanBell postman, ILogger<TellOfQuietMatches> log) : Rounds(clock, log)
{
    /// <summary>Looks at every match that is quiet today, and returns of how many something was told.</summary>
    public override async Task<int> Look(CancellationToken cancel)
    {
        var told = 0;
        foreach (var id in await Quiet(cancel))
        {
            if (!await TellOf(id, cancel)) continue;
            told++;
            postman.Ring();
        }

        return told;
    }

    private async Task<IReadOnlyList<MatchId>> Quiet(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionDb>();
        var today = Clock.Today();
        return [.. (await db.LastContacts(db.Matches, cancel)).Where(c => Contact.IsQuiet(c.On, today)).Select(c => c.Match.Id)];
    }

    private async Task<bool> TellOf(MatchId id, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SessionDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Held first, then looked at again: what another instance told, or somebody wrote down meanwhile, is seen.
        await db.HoldMatch(id, cancel);
        var (now, today) = (Clock.GetUtcNow(), Clock.Today());
        if (await db.LastContacts(db.Matches.Where(m => m.Id == id), cancel) is not [var contact] || !Contact.IsQuiet(contact.On, today)) return false;

        // Nobody to tell: their caseworker has not been heard of yet, and will be.
        if (await db.LookingAfter(contact.Match.MenteeId, today, cancel) is not [_, ..] lookingAfter) return false;
        var spell = await db.QuietSpells.SingleOrDefaultAsync(s => s.MatchId == id && s.LastContactOn == contact.On, cancel);
        if (spell is null) db.Add(QuietSpell.Begin(contact.Match, contact.On, lookingAfter, now));
        else if (!spell.GoOn(lookingAfter, now).Changed) return false;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
