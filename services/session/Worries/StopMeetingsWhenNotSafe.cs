using MassTransit;
using Mentoring.Contracts.Matching;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>
/// Somebody wants a match to end because they, or others in it, do not feel safe. Contact between the two is paused at once, as by
/// <see cref="PauseContact"/>, until a caseworker says so: nobody who says that is left with a time at which they are expected. And it is a worry as any:
/// told at once, with the same clock.
/// </summary>
/// <param name="db">The database; saved by the inbox.</param>
/// <param name="clock">The clock.</param>
public sealed class StopMeetingsWhenNotSafe(SessionDb db, TimeProvider clock) : IConsumer<MatchEndsForSafety>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MatchEndsForSafety> context)
    {
        var (fact, cancel) = (context.Message, context.CancellationToken);
        var now = clock.GetUtcNow();
        var by = fact.By switch { "mentor" => Voice.Mentor, "mentee" => Voice.Mentee, _ => Voice.Caseworker };

        // Held first: whoever is booking in this match is either done, and seen below, or waits and is then refused.
        var match = await db.HoldMatch(new(fact.MatchId), new(fact.MenteeId), new(fact.MentorId), fact.At, cancel);
        await db.Pause(match, fact.At, byLead: false, now, cancel);

        var saidAt = fact.At.ToUniversalTime();
        if (await db.Worries.AnyAsync(w => w.MatchId == match.Id && w.By == by && w.SaidAt == saidAt, cancel)) return;
        db.Add(Worry.AtTheEndOf(match, by, await db.LookingAfter(match.MenteeId, London.DateAt(now), cancel), saidAt));
    }
}
