using MassTransit;
using Mentoring.Contracts.Mentees;

namespace Mentoring.Sessions;

/// <summary>
/// Keeps whether a young person can meet. A break leaves what is booked to the two of them; a lapse is heard by
/// <see cref="CancelSessionsWhenReadinessLapsed"/>.
/// </summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberMenteeStanding(SessionDb db) : IConsumer<MenteeReady>, IConsumer<MenteePaused>, IConsumer<MenteeLeft>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeReady> context)
    {
        var fact = context.Message;
        var mentee = await db.HoldMentee(new(fact.MenteeId), context.CancellationToken);
        mentee.BeReady(fact.ReadyUntil, fact.At);
    }

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteePaused> context)
    {
        var fact = context.Message;
        var mentee = await db.HoldMentee(new(fact.MenteeId), context.CancellationToken);
        mentee.Pause(fact.At);
    }

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeLeft> context)
    {
        var fact = context.Message;
        (await db.HoldMentee(new(fact.MenteeId), context.CancellationToken)).Leave(fact.At);
    }
}
