using MassTransit;
using Mentoring.Contracts.Mentees;
using Mentoring.Shared;

namespace Mentoring.Safeguarding;

/// <summary>Keeps who stands in for an absent caseworker.</summary>
/// <param name="db">The database; saved by the inbox.</param>
public sealed class RememberCover(SafeguardingDb db) : IConsumer<CoverArranged>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<CoverArranged> context)
    {
        var fact = context.Message;
        var cover = await db.HoldCover(new(fact.CaseworkerId), context.CancellationToken);
        cover.Arrange(fact.CoverId is { } id ? new CaseworkerId(id) : null, fact.First, fact.Last, fact.At);
    }
}
