namespace Mentoring.Mentors;

/// <summary>Where a mentor stands: Invited → Applied → Screening → Cleared ⇄ Paused → Left; or Declined.</summary>
public enum Stage
{
    /// <summary>Registered by a partner or a caseworker; has not applied yet.</summary>
    Invited,

    /// <summary>Has finished their own application and signed the agreement.</summary>
    Applied,

    /// <summary>Checks are being made, or one that had been passed no longer holds.</summary>
    Screening,

    /// <summary>Every check is passed and in date, and a caseworker has said so. May be offered.</summary>
    Cleared,

    /// <summary>Cleared, and taking a break.</summary>
    Paused,

    /// <summary>Has left the programme for good.</summary>
    Left,

    /// <summary>Was turned down before clearance.</summary>
    Declined,
}

/// <summary>One step of a mentor from stage to stage, or a correction of who they are. Kept for good.</summary>
public sealed record StageChange
{
    /// <summary>The stage that was entered; for a correction the stage they stay at.</summary>
    public required Stage To { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whose account did it; null when a check ran out by itself.</summary>
    public required Guid? By { get; init; }

    /// <summary>Why, in the words of whoever did it; null when nothing was said.</summary>
    public required string? Why { get; init; }

    /// <summary>Which details were put right, such as <c>email</c>; empty for a step.</summary>
    public IReadOnlyList<string> Corrected { get; init; } = [];

    /// <summary>For a clearance in spite of an adverse finding, whose account proposed it; null for every other step.</summary>
    public Guid? ProposedBy { get; init; }
}

/// <summary>A part of a mentor's record that is theirs to change.</summary>
public enum Section
{
    /// <summary>What they say of themselves, and their phone number.</summary>
    Profile,

    /// <summary>When they are free.</summary>
    Availability,

    /// <summary>Who can speak for them.</summary>
    Referees,

    /// <summary>The training they have done.</summary>
    Training,

    /// <summary>What their partner's list says of them.</summary>
    PartnersList,
}

/// <summary>That somebody changed a section of a record. What was there before is not kept.</summary>
public sealed record Edit
{
    /// <summary>Which section.</summary>
    public required Section Section { get; init; }

    /// <summary>When, UTC; the last time where the same account changed it several times on one day.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whose account did it.</summary>
    public required Guid By { get; init; }
}
