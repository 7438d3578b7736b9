using MassTransit;
using Mentoring.Contracts.Matching;

namespace Mentoring.Sessions;

/// <summary>A match is over: nothing more can be booked in it, and what was still to come is called off.</summary>
/// <param name="db">The database; saved by the inbox.</param>
/// <param name="clock">The clock.</param>
public sealed class CancelSessionsWhenMatchEnded(SessionDb db, TimeProvider clock) : IConsumer<MatchEnded>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MatchEnded> context)
    {
        var fact = context.Message;

        // Held first: whoever is booking in this match is either done, and seen below, or waits and is then refused.
        var match = await db.HoldMatch(new(fact.MatchId), new(fact.MenteeId), new(fact.MentorId), fact.At, context.CancellationToken);
        match.Become(MatchState.Ended, fact.At);
        foreach (var session in await db.HoldSessionsFrom(match.Id, fact.At, context.CancellationToken))
            session.CancelFrom(fact.At, clock.GetUtcNow());
    }
}
