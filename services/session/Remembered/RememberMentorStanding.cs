using MassTransit;
using Mentoring.Contracts.Mentors;

namespace Mentoring.Sessions;

/// <summary>Keeps what a mentor may do. A lapse is heard by <see cref="CancelSessionsWhenClearanceLapsed"/>.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberMentorStanding(SessionDb db) : IConsumer<MentorCleared>, IConsumer<MentorPaused>, IConsumer<MentorLeft>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorCleared> context)
    {
        var fact = context.Message;
        (await db.HoldMentor(new(fact.MentorId), context.CancellationToken)).BeCleared(fact.ClearedUntil, fact.At);
    }

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorPaused> context)
    {
        var fact = context.Message;
        (await db.HoldMentor(new(fact.MentorId), context.CancellationToken)).Pause(fact.At);
    }

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorLeft> context)
    {
        var fact = context.Message;
        (await db.HoldMentor(new(fact.MentorId), context.CancellationToken)).Leave(fact.At);
    }
}
