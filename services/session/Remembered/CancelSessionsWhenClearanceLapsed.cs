using MassTransit;
using Mentoring.Contracts.Mentors;

namespace Mentoring.Sessions;

/// <summary>
/// A mentor's clearance is no longer in force: nobody meets a young person without it, so that what was still to come is
/// called off at once. A lapse that is older than a clearance already heard of is over and changes nothing; a break heard of meanwhile does not undo it.
/// </summary>
/// <param name="db">The database; saved by the inbox.</param>
/// <param name="clock">The clock.</param>
public sealed class CancelSessionsWhenClearanceLapsed(SessionDb db, TimeProvider clock) : IConsumer<MentorClearanceLapsed>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorClearanceLapsed> context)
    {
        var fact = context.Message;
        var mentor = await db.HoldMentor(new(fact.MentorId), context.CancellationToken);
        if (!mentor.Lapse(fact.At)) return;
        foreach (var session in await db.HoldSessionsFrom(mentor.Id, fact.At, context.CancellationToken))
            session.CancelFrom(fact.At, clock.GetUtcNow());
    }
}
