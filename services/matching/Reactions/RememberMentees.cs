using MassTransit;
using Mentoring.Contracts.Mentees;

namespace Mentoring.Matching;

/// <summary>Keeps what matching knows of young people up to date.</summary>
/// <param name="db">The database.</param>
public sealed class RememberMentees(MatchingDb db) : IConsumer<MenteeProfileChanged>, IConsumer<MenteeReady>, IConsumer<CaseworkerAssigned>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeProfileChanged> context) =>
        (await db.RememberedMentee(context.Message.MenteeId, context.CancellationToken)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeReady> context) =>
        (await db.RememberedMentee(context.Message.MenteeId, context.CancellationToken)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<CaseworkerAssigned> context) =>
        (await db.RememberedMentee(context.Message.MenteeId, context.CancellationToken)).Remember(context.Message);
}
