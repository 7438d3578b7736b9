using MassTransit;
using Mentoring.Contracts.Mentees;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

namespace Mentoring.Matching;

/// <summary>Keeps what matching knows of young people up to date.</summary>
/// <param name="db">The database.</param>
public sealed class RememberMentees(MatchingDb db) : IConsumer<MenteeProfileChanged>, IConsumer<MenteeReady>, IConsumer<CaseworkerAssigned>, IHearsInBatches
{
    /// <inheritdoc/>
    public Task Prepare(IReadOnlyList<object> facts, CancellationToken cancel) => db.RememberedMentees(facts.Select(About), cancel);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeProfileChanged> context) => (await Held(context.Message.MenteeId)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MenteeReady> context) => (await Held(context.Message.MenteeId)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<CaseworkerAssigned> context) => (await Held(context.Message.MenteeId)).Remember(context.Message);

    // Read and held for the whole batch, so this asks no database.
    private async ValueTask<MenteeCopy> Held(Guid id) => (await db.Mentees.FindAsync(new MenteeId(id)))!;

    private static Guid About(object fact) => fact switch
    {
        MenteeProfileChanged profile => profile.MenteeId,
        MenteeReady ready => ready.MenteeId,
        CaseworkerAssigned assigned => assigned.MenteeId,
        _ => throw new ArgumentException($"{fact.GetType().Name} is not about a young person.", nameof(fact)),
    };
}
