using MassTransit;
using Mentoring.Contracts.Mentees;

namespace Mentoring.Sessions;

/// <summary>
/// A young person's readiness is no longer in force: nobody meets without their own yes and a safety plan, so that what was
/// still to come is called off at once. A lapse that is older than a readiness already heard of is over and changes nothing.
/// </summary>
/// <param name="db">The database; saved by the inbox.</param>
/// <param name="clock">The clock.</param>
public sealed class CancelSessionsWhenReadinessLapsed(SessionDb db, TimeProvider clock) : IConsumer<MenteeReadinessLapsed>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeReadinessLapsed> context)
    {
        var fact = context.Message;
        var mentee = await db.HoldMentee(new(fact.MenteeId), context.CancellationToken);
        if (!mentee.Lapse(fact.At)) return;
        foreach (var session in await db.HoldSessionsFrom(mentee.Id, fact.At, context.CancellationToken))
            session.CancelFrom(fact.At, clock.GetUtcNow());
    }
}
