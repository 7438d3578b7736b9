using MassTransit;
using Mentoring.Contracts.Portal;
using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Safeguarding;

/// <summary>A lead's account was shut: what they looked after waits for another lead, and the others are called.</summary>
/// <param name="db">The database; saved by the inbox.</param>
/// <param name="clock">The clock.</param>
public sealed class LeaveConcernsWhenAccountShut(SafeguardingDb db, TimeProvider clock) : IConsumer<AccountShut>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<AccountShut> context)
    {
        var (lead, cancel) = (new AccountId(context.Message.AccountId), context.CancellationToken);
        foreach (var id in await db.Concerns.Where(c => c.Owner == lead && c.State != ConcernState.Closed).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancel))
        {
            await db.Hold(id, cancel);
            (await db.Concerns.SingleAsync(c => c.Id == id, cancel)).LoseOwner(lead, clock.GetUtcNow());
        }
    }
}
