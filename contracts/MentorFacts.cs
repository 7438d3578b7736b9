namespace Mentoring.Contracts.Mentors;

/// <summary>Told by the mentor service when a mentor finishes their own application.</summary>
[HeardBy]
public sealed record MentorApplied
{
    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>The partner they come from; null for an independent volunteer.</summary>
    public required Guid? PartnerId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentor service when every check a mentor's role needs is passed and in date and a caseworker has cleared them, when a cleared mentor's end date moves, and when a paused mentor comes back.</summary>
[HeardBy("matching", "session")]
public sealed record MentorCleared
{
    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>The last local date (Europe/London) on which the clearance is in force: the earliest end date of the checks.</summary>
    public required DateOnly ClearedUntil { get; init; }

    /// <summary>When it happened, UTC. Listeners ignore standing older than what they remember.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentor service at registration and whenever a mentor's profile or capacity changes. Carries the whole of what matching may know.</summary>
[HeardBy("matching", "session")]
public sealed record MentorProfileChanged
{
    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>The partner they come from; null for an independent volunteer.</summary>
    public required Guid? PartnerId { get; init; }

    /// <summary>Words from <see cref="Vocabulary.GoalAreas"/> the mentor can help with.</summary>
    public required IReadOnlyList<string> GoalAreas { get; init; }

    /// <summary>Words from <see cref="Vocabulary.Interests"/>.</summary>
    public required IReadOnlyList<string> Interests { get; init; }

    /// <summary>Words from <see cref="Vocabulary.Interests"/> the mentor would rather not do.</summary>
    public required IReadOnlyList<string> Dislikes { get; init; }

    /// <summary>Words from <see cref="Vocabulary.TalkStyles"/>.</summary>
    public required IReadOnlyList<string> TalkStyles { get; init; }

    /// <summary>Tags from <see cref="Vocabulary.Languages"/>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Words from <see cref="Vocabulary.Descriptions"/> the mentor volunteered.</summary>
    public required IReadOnlyList<string> Traits { get; init; }

    /// <summary>The outward half of a UK postcode, such as <c>LE2</c>; null when unknown. Never the whole postcode.</summary>
    public required string? OutwardPostcode { get; init; }

    /// <summary>Whether the mentor meets in person.</summary>
    public required bool InPerson { get; init; }

    /// <summary>Whether the mentor meets online.</summary>
    public required bool Online { get; init; }

    /// <summary>How many young people at once, 1 to 3.</summary>
    public required int Capacity { get; init; }

    /// <summary>The calendar year they were born in, and no more of the day: as much as the rule about years between the two needs; null when not known.</summary>
    [Added(2)]
    public int? BornIn { get; init; }

    /// <summary>A word from <see cref="Vocabulary.Sectors"/>: the kind of work they do; null when not said.</summary>
    [Added(2)]
    public string? Sector { get; init; }

    /// <summary>How old, in years, a young person should be at least; null without such a wish.</summary>
    [Added(2)]
    public int? WelcomesFrom { get; init; }

    /// <summary>How old, in years, a young person should be at most; null without such a wish.</summary>
    [Added(2)]
    public int? WelcomesUpTo { get; init; }

    /// <summary>Words from <see cref="Vocabulary.GoalAreas"/> the mentor cannot help with.</summary>
    [Added(2)]
    public IReadOnlyList<string> CannotHelpWith { get; init; } = [];

    /// <summary>Whether the mentor works for the council's care teams, by their own declaration: a conflict of interest.</summary>
    [Added(2)]
    public bool WorksInCareTeams { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentor service whenever a mentor's weekly availability or its exceptions change. Carries the whole of it.</summary>
[HeardBy("matching", "session")]
public sealed record MentorAvailabilityChanged
{
    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>The IANA zone the local times are in, such as <c>Europe/London</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>Weekly windows, not overlapping.</summary>
    public required IReadOnlyList<WeeklyWindow> Weekly { get; init; }

    /// <summary>Dated changes to the weekly pattern.</summary>
    public required IReadOnlyList<AvailabilityChange> Exceptions { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentor service when a cleared mentor stops for a while. Coming back is told as <see cref="MentorCleared"/>.</summary>
[HeardBy("matching", "session")]
public sealed record MentorPaused
{
    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentor service when clearance is no longer in force: a check ran out or was failed.</summary>
[HeardBy("matching", "session")]
public sealed record MentorClearanceLapsed
{
    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentor service when a clearance ends within 90, 30 or 7 days: once each, for each end. A clearance that is shorter than that is told of once, at the nearest of the three.</summary>
[HeardBy("portal")]
public sealed record MentorClearanceEnding
{
    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>The partner they come from, whose coordinator is to know; null for an independent volunteer.</summary>
    public required Guid? PartnerId { get; init; }

    /// <summary>The last local date (Europe/London) on which the clearance is in force.</summary>
    public required DateOnly ClearedUntil { get; init; }

    /// <summary>Which of the three it is: 90, 30 or 7. As many days are left at most.</summary>
    public required int DaysBefore { get; init; }

    /// <summary>The account of the caseworker who cleared them last; null when not known. Where they may not come in any more, every caseworker is to know.</summary>
    public required Guid? ClearedBy { get; init; }

    /// <summary>When it was told, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentor service when a mentor leaves the programme for good, or is declined; and, for somebody declined, once more when the time is over in which they may read why.</summary>
[HeardBy("matching", "session", "portal")]
public sealed record MentorLeft
{
    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>For somebody declined, the last local date (Europe/London) on which they may still come in, to read the letter with the decision; null when their account is to be shut.</summary>
    [Added(2)]
    public DateOnly? MayReadUntil { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
