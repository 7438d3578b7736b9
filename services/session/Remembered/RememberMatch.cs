using MassTransit;
using Mentoring.Contracts.Matching;

namespace Mentoring.Sessions;

/// <summary>Keeps matches from their approval on: from there the mentor may read the goals, and from the activation sessions can be booked.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberMatch(SessionDb db) : IConsumer<MatchApproved>, IConsumer<MatchActivated>, IConsumer<MatchEnding>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MatchApproved> context)
    {
        var fact = context.Message;
        await db.HoldMatch(new(fact.MatchId), new(fact.MenteeId), new(fact.MentorId), fact.At, context.CancellationToken);
    }

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
