using MassTransit;
using Mentoring.Contracts.Mentors;
using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>Keeps which partner a mentor comes from, so that the partner can be told the hours its people give.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberPartner(SessionDb db) : IConsumer<MentorProfileChanged>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorProfileChanged> context)
    {
        var fact = context.Message;
        var mentor = await db.HoldMentor(new(fact.MentorId), context.CancellationToken);
        mentor.ComeFrom(fact.PartnerId is { } id ? new PartnerId(id) : null, fact.At);
    }
}
