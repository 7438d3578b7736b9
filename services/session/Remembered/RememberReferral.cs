using MassTransit;
using Mentoring.Contracts.Mentees;

namespace Mentoring.Sessions;

/// <summary>Keeps when a young person was referred, so that figures can be told of those who came at the same time.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberReferral(SessionDb db) : IConsumer<MenteeReferred>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeReferred> context)
    {
        var fact = context.Message;
        var mentee = await db.HoldMentee(new(fact.MenteeId), context.CancellationToken);
        mentee.BeReferred(fact.At);
    }
}
