namespace Mentoring.Contracts.Mentees;

/// <summary>Told by the mentee service when a young person is referred, by a caseworker or by themselves.</summary>
[HeardBy("session")]
public sealed record MenteeReferred
{
    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentee service when a caseworker takes a young person into their caseload.</summary>
[HeardBy("matching", "session", "safeguarding")]
public sealed record CaseworkerAssigned
{
    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The caseworker's account.</summary>
    public required Guid CaseworkerId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentee service when one caseworker covers for another, and again when the cover changes or is taken back.</summary>
[HeardBy("matching", "session", "safeguarding")]
public sealed record CoverArranged
{
    /// <summary>The absent caseworker's account.</summary>
    public required Guid CaseworkerId { get; init; }

    /// <summary>The covering caseworker's account; null takes the cover back.</summary>
    public required Guid? CoverId { get; init; }

    /// <summary>The first local date (Europe/London) of the cover.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The last local date of the cover, inclusive.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentee service when profile, consent and risk assessment are all there and in date, when the end of that moves, and when a paused young person comes back.</summary>
[HeardBy("matching", "session")]
public sealed record MenteeReady
{
    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The last local date (Europe/London) on which readiness is in force: the earlier end of consent and risk assessment.</summary>
    public required DateOnly ReadyUntil { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentee service when readiness is no longer in force: consent withdrawn or run out, the risk assessment changed or run out, or the profile incomplete; and when somebody comes back from a break without being ready.</summary>
[HeardBy("matching", "session")]
public sealed record MenteeReadinessLapsed
{
    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentee service whenever a young person's profile or preferences change. Carries the whole of what matching may know.</summary>
[HeardBy("matching")]
public sealed record MenteeProfileChanged
{
    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>Words from <see cref="Vocabulary.GoalAreas"/>, the most wanted first.</summary>
    public required IReadOnlyList<string> GoalAreas { get; init; }

    /// <summary>Words from <see cref="Vocabulary.Interests"/>.</summary>
    public required IReadOnlyList<string> Interests { get; init; }

    /// <summary>Words from <see cref="Vocabulary.Interests"/> the young person would rather not do.</summary>
    public required IReadOnlyList<string> Dislikes { get; init; }

    /// <summary>Words from <see cref="Vocabulary.TalkStyles"/>.</summary>
    public required IReadOnlyList<string> TalkStyles { get; init; }

    /// <summary>Tags from <see cref="Vocabulary.Languages"/>; at least one must be shared with a mentor.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What is asked of the mentor's own description.</summary>
    public required IReadOnlyList<TraitPreference> Preferences { get; init; }

    /// <summary>Partners whose people are never to be offered.</summary>
    public required IReadOnlyList<Guid> AvoidPartners { get; init; }

    /// <summary>The outward half of a UK postcode; null when unknown.</summary>
    public required string? OutwardPostcode { get; init; }

    /// <summary>Whether the young person meets in person.</summary>
    public required bool InPerson { get; init; }

    /// <summary>Whether the young person meets online.</summary>
    public required bool Online { get; init; }

    /// <summary>The IANA zone the weekly windows are in.</summary>
    public required string Zone { get; init; }

    /// <summary>When the young person is usually free.</summary>
    public required IReadOnlyList<WeeklyWindow> Weekly { get; init; }

    /// <summary>The calendar year they were born in, and no more of the day: as much as the rule about years between the two needs; null when not known.</summary>
    [Added(2)]
    public int? BornIn { get; init; }

    /// <summary>Words from <see cref="Vocabulary.Sectors"/>: where they hope to work, or study towards.</summary>
    [Added(2)]
    public IReadOnlyList<string> Hopes { get; init; } = [];

    /// <summary>Words from <see cref="Vocabulary.Factors"/>: what they asked never to be matched on.</summary>
    [Added(2)]
    public IReadOnlyList<string> NeverMatchOn { get; init; } = [];

    /// <summary>The local date (Europe/London) since which they wait for a mentor: that of the referral; null when not known.</summary>
    [Added(2)]
    public DateOnly? WaitingSince { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentee service when a young person stops for a while. Coming back is told as <see cref="MenteeReady"/>.</summary>
[HeardBy("matching", "session")]
public sealed record MenteePaused
{
    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the mentee service when a young person leaves the programme.</summary>
[HeardBy("matching", "session", "portal")]
public sealed record MenteeLeft
{
    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
