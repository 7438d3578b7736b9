using MassTransit;
using Mentoring.Contracts.Matching;

namespace Mentoring.Safeguarding;

/// <summary>Keeps who is matched with whom, so that "my mentor" and "this match" lead to the right people.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberMatch(SafeguardingDb db) : IConsumer<MatchApproved>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MatchApproved> context)
    {
        var fact = context.Message;
        await db.Remember(new() { Id = new(fact.MatchId), MenteeId = new(fact.MenteeId), MentorId = new(fact.MentorId), ApprovedAt = fact.At.ToUniversalTime() }, context.CancellationToken);
    }
}
