using MassTransit;
using Mentoring.Contracts.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>While contact between two people is paused, neither reads here who the other is. Nothing else of the match changes by it.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class HideTheOtherWhileContactIsPaused(MatchingDb db) : IConsumer<ContactPaused>, IConsumer<ContactResumed>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<ContactPaused> context) => (await Hold(context.Message.MatchId, context.CancellationToken))?.PauseContact(context.Message.At);

    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<ContactResumed> context) => (await Hold(context.Message.MatchId, context.CancellationToken))?.ResumeContact(context.Message.At);

    private async Task<Match?> Hold(Guid id, CancellationToken cancel) =>
        (await db.Matches.FromSql($"select *, xmin from matches where id = {id} for update").ToListAsync(cancel)).SingleOrDefault();
}
