using MassTransit;
using Mentoring.Contracts.Mentors;

namespace Mentoring.Matching;

/// <summary>A mentor left: takes back what is not approved yet and ends the rest at once, with a closing owed.</summary>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
public sealed class EndMatchesWhenMentorLeft(MatchingDb db, TimeProvider clock) : IConsumer<MentorLeft>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorLeft> context)
    {
        var (mentor, open) = await db.HoldMentorAndMatches(context.Message.MentorId, context.CancellationToken);
        mentor.Remember(context.Message);
        foreach (var match in open) match.OneSideLeft("The mentor left the programme.", clock.GetUtcNow());
    }
}
