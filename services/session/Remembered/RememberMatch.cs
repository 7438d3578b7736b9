using MassTransit;
using Mentoring.Contracts.Matching;

namespace Mentoring.Sessions;

/// <summary>Keeps matches that can meet, so that their sessions can be booked.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberMatch(SessionDb db) : IConsumer<MatchActivated>, IConsumer<MatchEnding>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MatchActivated> context)
    {
        var fact = context.Message;
        var match = await db.HoldMatch(new(fact.MatchId), new(fact.MenteeId), new(fact.MentorId), fact.At, context.CancellationToken);
        match.Activate(fact.At);
    }

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MatchEnding> context)
    {
        var fact = context.Message;
        var match = await db.HoldMatch(new(fact.MatchId), new(fact.MenteeId), new(fact.MentorId), fact.At, context.CancellationToken);
        match.Become(MatchState.Ending, fact.At);
    }
}
