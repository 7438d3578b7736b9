using Microsoft.EntityFrameworkCore;

namespace Mentoring.Shared;

/// <summary>
/// The answer that was given to a write with an <c>Idempotency-Key</c> (IETF draft-ietf-httpapi-idempotency-key-header).
/// Written in the same commit as the change, so that key and change are never apart.
/// </summary>
public sealed class IdempotencyKey
{
    /// <summary>Keys belong to an account; the empty id for anonymous callers.</summary>
    public required Guid Account { get; init; }

    /// <summary>The key as sent, 1 to 200 visible characters.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 over method, path, query and body.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>The status that was answered; 0 while the first request is still at work.</summary>
    public required int Status { get; init; }

    /// <summary>The content type that was answered.</summary>
    public string? ContentType { get; init; }

    /// <summary>The <c>Location</c> that was answered.</summary>
    public string? Location { get; init; }

    /// <summary>The body that was answered.</summary>
    public byte[]? Body { get; init; }

    /// <summary>When, UTC. Keys are kept for a week.</summary>
    public required DateTimeOffset At { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<IdempotencyKey>(entity =>
    {
        entity.ToTable("IdempotencyKeys");
        entity.HasKey(k => new { k.Account, k.Key });
        entity.Property(k => k.Key).HasMaxLength(200);
        entity.HasIndex(k => k.At);
    });
}
