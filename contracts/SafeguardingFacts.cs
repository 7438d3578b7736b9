namespace Mentoring.Contracts.Safeguarding;

/// <summary>
/// Told by the safeguarding service when something waits for a safeguarding lead: when a concern is raised, when more is said in one that nobody was looking at or somebody speaks
/// of danger, and again each time the agreed time has passed and nobody has taken it on. Neither what it is nor whom it is about is in it.
/// </summary>
[HeardBy("portal")]
public sealed record ConcernWaits
{
    /// <summary>Whether somebody may be in danger, so that a lead is to take it on within an hour.</summary>
    public required bool Urgent { get; init; }

    /// <summary>Whether a lead looks after it already, and what waits is new words in it.</summary>
    public required bool LookedAfter { get; init; }

    /// <summary>How often the agreed time has passed without anybody taking it on: 0 when it has just begun to wait.</summary>
    public required int TimesOverdue { get; init; }

    /// <summary>The accounts that are not to hear of it.</summary>
    public required IReadOnlyList<Guid> NotTo { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
