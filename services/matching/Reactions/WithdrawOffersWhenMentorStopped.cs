using MassTransit;
using Mentoring.Contracts.Mentors;

namespace Mentoring.Matching;

/// <summary>
/// A mentor takes a break or their clearance lapsed: remembers it, and takes back what is not approved yet. What was approved
/// before that stays; new steps in it are refused until the clearance is in force again. What was approved afterwards,
/// because this was heard of late, ends. Nothing of this is done when the mentor is cleared again already.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
public sealed class WithdrawOffersWhenMentorStopped(MatchingDb db, TimeProvider clock) : IConsumer<MentorPaused>, IConsumer<MentorClearanceLapsed>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MentorPaused> context) =>
        Withdraw(context.Message.MentorId, context.Message.At, mentor => mentor.Remember(context.Message), "The mentor is taking a break.", context.CancellationToken);

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MentorClearanceLapsed> context) =>
        Withdraw(context.Message.MentorId, context.Message.At, mentor => mentor.Remember(context.Message), "The mentor's clearance is not in force any more.", context.CancellationToken);

    private async Task Withdraw(Guid id, DateTimeOffset stopped, Action<MentorCopy> remember, string because, CancellationToken cancel)
    {
        var (mentor, open) = await db.HoldMentorAndMatches(id, cancel);
        remember(mentor);
        if (mentor.Standing == MentorStanding.Cleared) return;
        var now = clock.GetUtcNow();
        foreach (var match in open)
        {
            if (match.IsBeforeApproval) match.Reject(Voice.Programme, because, now);
            else match.UndoApprovalSince(stopped, because, now);
        }
    }
}
