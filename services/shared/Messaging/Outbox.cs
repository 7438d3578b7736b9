using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Shared.Messaging;

/// <summary>A fact that was committed with the change it speaks of and is not yet confirmed by the broker. Removed once it is.</summary>
public sealed class OutboxRow
{
    /// <summary>The order of writing within the service.</summary>
    public long Id { get; private set; }

    /// <summary>Goes on the wire as the message's id; a listener that sees it twice changes nothing the second time.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The full name of the fact's type.</summary>
    public required string Type { get; init; }

    /// <summary>The fact as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>The W3C trace context of the request that told it; null when nothing was traced.</summary>
    public required string? TraceParent { get; init; }

    internal static OutboxRow Of(object fact, string? service)
    {
        var type = fact.GetType();
        if (!Facts.Has(type)) throw new InvalidOperationException($"{type.Name} is not a fact of Mentoring.Contracts and cannot be told.");
        if (service is not null && !Facts.MayTell(service, type)) throw new InvalidOperationException($"{type.Name} is another service's to tell, not {service}'s.");
        return new()
        {
            MessageId = Guid.CreateVersion7(),
            Type = type.FullName!,
            Body = JsonSerializer.Serialize(fact, type, JsonRules.Facts),
            TraceParent = Activity.Current?.Id,
        };
    }

    internal static void Map(ModelBuilder model) => model.Entity<OutboxRow>(entity =>
    {
        entity.ToTable("Outbox");
        entity.Property(r => r.Id).UseIdentityAlwaysColumn();
        entity.Property(r => r.Type).HasMaxLength(200);
        entity.Property(r => r.Body).HasColumnType("jsonb");
        entity.Property(r => r.TraceParent).HasMaxLength(100);
        entity.HasIndex(r => r.MessageId).IsUnique();
    });
}
