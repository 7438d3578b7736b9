namespace Mentoring.Contracts.Portal;

/// <summary>Told by the portal service when an administrator shuts an account. What its owner can read without signing in is to stop.</summary>
[HeardBy("session", "safeguarding")]
public sealed record AccountShut
{
    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The young person it belongs to; null for others.</summary>
    public required Guid? MenteeId { get; init; }

    /// <summary>The mentor it belongs to; null for others.</summary>
    public required Guid? MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the portal service when an administrator opens an account again that was shut.</summary>
[HeardBy("session")]
public sealed record AccountOpened
{
    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The young person it belongs to; null for others.</summary>
    public required Guid? MenteeId { get; init; }

    /// <summary>The mentor it belongs to; null for others.</summary>
    public required Guid? MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
