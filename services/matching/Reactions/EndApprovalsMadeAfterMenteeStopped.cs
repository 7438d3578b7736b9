using MassTransit;
using Mentoring.Contracts.Mentees;

namespace Mentoring.Matching;

/// <summary>
/// A young person takes a break or is no longer ready: remembers it, and ends what was approved afterwards because this was
/// heard of late. No offer is taken back: they may come back to it, and nothing more is approved until they are ready again.
/// Nothing ends when they are ready again already.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
public sealed class EndApprovalsMadeAfterMenteeStopped(MatchingDb db, TimeProvider clock) : IConsumer<MenteePaused>, IConsumer<MenteeReadinessLapsed>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MenteePaused> context) =>
        End(context.Message.MenteeId, context.Message.At, mentee => mentee.Remember(context.Message), "The young person is taking a break.", context.CancellationToken);

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MenteeReadinessLapsed> context) =>
        End(context.Message.MenteeId, context.Message.At, mentee => mentee.Remember(context.Message), "The young person's consent or risk assessment is not in force any more.", context.CancellationToken);

    private async Task End(Guid id, DateTimeOffset stopped, Action<MenteeCopy> remember, string because, CancellationToken cancel)
    {
        var (mentee, open) = await db.HoldMenteeAndMatches(id, cancel);
        remember(mentee);
        if (mentee.Standing == MenteeStanding.Ready) return;
        foreach (var match in open) match.UndoApprovalSince(stopped, because, clock.GetUtcNow());
    }
}
