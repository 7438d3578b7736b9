using MassTransit;
using Mentoring.Contracts.Mentors;

namespace Mentoring.Matching;

/// <summary>Keeps what matching knows of mentors up to date.</summary>
/// <param name="db">The database.</param>
public sealed class RememberMentors(MatchingDb db) : IConsumer<MentorProfileChanged>, IConsumer<MentorAvailabilityChanged>, IConsumer<MentorCleared>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorProfileChanged> context) =>
        (await db.RememberedMentor(context.Message.MentorId, context.CancellationToken)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorAvailabilityChanged> context) =>
        (await db.RememberedMentor(context.Message.MentorId, context.CancellationToken)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorCleared> context) =>
        (await db.RememberedMentor(context.Message.MentorId, context.CancellationToken)).Remember(context.Message);
}
