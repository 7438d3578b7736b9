using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>A business or institution that offers its people as mentors. Its coordinators are accounts of the portal that name it in their tokens.</summary>
public sealed class Partner : Aggregate
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 120;

    private Partner()
    {
    }

    /// <summary>The partner's id.</summary>
    public required PartnerId Id { get; init; }

    /// <summary>The name, unique whatever the case.</summary>
    public required string Name { get; init; }

    /// <summary>When it joined, UTC.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Takes a partner into the programme.</summary>
    public static Partner Join(string name, DateTimeOffset now) => new() { Id = PartnerId.New(), Name = name, JoinedAt = now };
}
