using MassTransit;
using Mentoring.Contracts.Mentors;

namespace Mentoring.Matching;

/// <summary>
/// A mentor takes a break or their clearance lapsed: remembers it, and takes back what is not approved yet. Approved and
/// active matches stay; new steps in them are refused until the clearance is in force again.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
public sealed class WithdrawOffersWhenMentorStopped(MatchingDb db, TimeProvider clock) : IConsumer<MentorPaused>, IConsumer<MentorClearanceLapsed>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MentorPaused> context) =>
        Withdraw(context.Message.MentorId, mentor => mentor.Remember(context.Message), "The mentor is taking a break.", context.CancellationToken);

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MentorClearanceLapsed> context) =>
        Withdraw(context.Message.MentorId, mentor => mentor.Remember(context.Message), "The mentor's clearance is not in force any more.", context.CancellationToken);

    private async Task Withdraw(Guid id, Func<MentorCopy, bool> remember, string because, CancellationToken cancel)
    {
        var (mentor, open) = await db.HoldMentorAndMatches(id, cancel);
        if (!remember(mentor)) return;
        foreach (var match in open.Where(m => m.IsBeforeApproval)) match.Reject(Voice.Programme, because, clock.GetUtcNow());
    }
}
