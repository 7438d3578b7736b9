using Microsoft.EntityFrameworkCore;

namespace Mentoring.Shared.Messaging;

/// <summary>Says that a message was handled on a queue, so that a repeat changes nothing. Written in the same commit as what it caused.</summary>
public sealed class Receipt
{
    /// <summary>The message.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The queue it came by.</summary>
    public required string Queue { get; init; }

    /// <summary>When it was handled, UTC; old receipts are pruned by it.</summary>
    public required DateTimeOffset At { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<Receipt>(entity =>
    {
        entity.ToTable("Receipts");
        entity.HasKey(r => new { r.MessageId, r.Queue });
        entity.Property(r => r.Queue).HasMaxLength(200);
        entity.HasIndex(r => r.At);
    });
}
