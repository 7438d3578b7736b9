using MassTransit;
using Mentoring.Contracts.Mentees;

namespace Mentoring.Matching;

/// <summary>A young person left: takes back what is not approved yet and ends the rest at once, with a closing owed.</summary>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
public sealed class EndMatchesWhenMenteeLeft(MatchingDb db, TimeProvider clock) : IConsumer<MenteeLeft>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeLeft> context)
    {
        var (mentee, open) = await db.HoldMenteeAndMatches(context.Message.MenteeId, context.CancellationToken);
        mentee.Remember(context.Message);
        foreach (var match in open) match.OneSideLeft("The young person left the programme.", clock.GetUtcNow());
    }
}
