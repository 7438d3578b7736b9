using MassTransit;
using Mentoring.Contracts.Mentees;

namespace Mentoring.Sessions;

/// <summary>Keeps whose caseload a young person is in, so that their caseworker can read their sessions.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberCaseworker(SessionDb db) : IConsumer<CaseworkerAssigned>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<CaseworkerAssigned> context)
    {
        var fact = context.Message;
        var mentee = await db.HoldMentee(new(fact.MenteeId), context.CancellationToken);
        mentee.GoTo(new(fact.CaseworkerId), fact.At);
    }
}
