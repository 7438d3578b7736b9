using MassTransit;
using Mentoring.Contracts.Mentees;

namespace Mentoring.Safeguarding;

/// <summary>Keeps whose caseload a young person is in, so that their caseworker can read the concerns about them.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberCaseworker(SafeguardingDb db) : IConsumer<CaseworkerAssigned>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<CaseworkerAssigned> context)
    {
        var fact = context.Message;
        var mentee = await db.HoldMentee(new(fact.MenteeId), context.CancellationToken);
        mentee.GoTo(new(fact.CaseworkerId), fact.At);
    }
}
