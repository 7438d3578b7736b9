using MassTransit;
using Mentoring.Contracts.Mentors;

namespace Mentoring.Sessions;

/// <summary>Keeps what a mentor may do. A lapse is heard by <see cref="CancelSessionsWhenClearanceLapsed"/>.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberMentorStanding(SessionDb db) : IConsumer<MentorCleared>, IConsumer<MentorPaused>, IConsumer<MentorLeft>
{
    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MentorCleared> context) =>
        Remember(context.Message.MentorId, MentorStanding.Cleared, context.Message.ClearedUntil, context.Message.At, context.CancellationToken);

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MentorPaused> context) =>
        Remember(context.Message.MentorId, MentorStanding.Paused, null, context.Message.At, context.CancellationToken);

    /// <inheritdoc/>
    public Task Consume(ConsumeContext<MentorLeft> context) =>
        Remember(context.Message.MentorId, MentorStanding.Left, null, context.Message.At, context.CancellationToken);

    private async Task Remember(Guid id, MentorStanding standing, DateOnly? clearedUntil, DateTimeOffset at, CancellationToken cancel)
    {
        var mentor = await db.HoldMentor(new(id), cancel);
        mentor.Stand(standing, clearedUntil, at);
    }
}
