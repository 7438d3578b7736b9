using MassTransit;
using Mentoring.Contracts.Mentors;
using Mentoring.Shared;
using Mentoring.Shared.Messaging;

namespace Mentoring.Matching;

/// <summary>Keeps what matching knows of mentors up to date.</summary>
/// <param name="db">The database.</param>
public sealed class RememberMentors(MatchingDb db) : IConsumer<MentorProfileChanged>, IConsumer<MentorAvailabilityChanged>, IConsumer<MentorCleared>, IHearsInBatches
{
    /// <inheritdoc/>
    public Task Prepare(IReadOnlyList<object> facts, CancellationToken cancel) => db.RememberedMentors(facts.Select(About), cancel);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorProfileChanged> context) => (await Held(context.Message.MentorId)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorAvailabilityChanged> context) => (await Held(context.Message.MentorId)).Remember(context.Message);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<MentorCleared> context) => (await Held(context.Message.MentorId)).Remember(context.Message);

    // Read and held for the whole batch, so this asks no database.
    private async ValueTask<MentorCopy> Held(Guid id) => (await db.Mentors.FindAsync(new MentorId(id)))!;

    private static Guid About(object fact) => fact switch
    {
        MentorProfileChanged profile => profile.MentorId,
        MentorAvailabilityChanged availability => availability.MentorId,
        MentorCleared cleared => cleared.MentorId,
        _ => throw new ArgumentException($"{fact.GetType().Name} is not about a mentor.", nameof(fact)),
    };
}
