using MassTransit;
using Mentoring.Contracts.Mentees;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Keeps in mind who covers for whom.</summary>
/// <param name="db">The database.</param>
public sealed class RememberCovers(MatchingDb db) : IConsumer<CoverArranged>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<CoverArranged> context)
    {
        var fact = context.Message;
        await db.Database.ExecuteSqlAsync(
            $"insert into covers (id, first, last) values ({fact.CaseworkerId}, {fact.First}, {fact.Last}) on conflict do nothing", context.CancellationToken);
        var cover = await db.Covers.FromSql($"select * from covers where id = {fact.CaseworkerId} for update").ToListAsync(context.CancellationToken);
        cover.Single().Remember(fact);
    }
}
