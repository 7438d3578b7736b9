using MassTransit;
using Mentoring.Contracts.Mentees;

namespace Mentoring.Matching;

/// <summary>
/// Keeps what matching knows of young people up to date. A pause or a lapse takes no offer back: the young person may come
/// back to it, and nothing is approved until they are ready again.
/// </summary>
/// <param name="db">The database.</param>
public sealed class RememberMentees(MatchingDb db)
    : IConsumer<MenteeProfileChanged>, IConsumer<MenteeReady>, IConsumer<MenteePaused>, IConsumer<MenteeReadinessLapsed>, IConsumer<CaseworkerAssigned>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeProfileChanged> context) =>
        (await db.RememberedMentee(context.Message.MenteeId, context.CancellationToken)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeReady> context) =>
        (await db.RememberedMentee(context.Message.MenteeId, context.CancellationToken)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteePaused> context) =>
        (await db.RememberedMentee(context.Message.MenteeId, context.CancellationToken)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeReadinessLapsed> context) =>
        (await db.RememberedMentee(context.Message.MenteeId, context.CancellationToken)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<CaseworkerAssigned> context) =>
        (await db.RememberedMentee(context.Message.MenteeId, context.CancellationToken)).Remember(context.Message);
}
