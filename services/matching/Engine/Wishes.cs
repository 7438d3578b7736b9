namespace Mentoring.Matching.Engine;

/// <summary>What people ask of a plan beyond the scores.</summary>
public sealed record Wishes
{
    /// <summary>Nothing.</summary>
    public static readonly Wishes None = new();

    /// <summary>Matches that must be in the plan, for instance offers that are open.</summary>
    public IReadOnlyList<Pin> Pins { get; init; } = [];

    /// <summary>Matches that must not be in the plan.</summary>
    public IReadOnlyList<Pin> Bans { get; init; } = [];

    /// <summary>
    /// Whether to raise the worst match first: of the plans with as many matches as can be, only those whose lowest score is the
    /// highest it can be are asked for the greatest total. Pins do not count as worst matches, as they are given.
    /// </summary>
    public bool RaiseTheWorst { get; init; }

    /// <summary>How many mentors' places of each partner may be used at most, by partner; null when there are no limits. Pins count.</summary>
    public IReadOnlyList<int>? PartnerLimits { get; init; }
}

/// <summary>A mentee and a mentor.</summary>
/// <param name="Mentee">The mentee.</param>
/// <param name="Mentor">The mentor.</param>
public readonly record struct Pin(int Mentee, int Mentor);

/// <summary>Why wishes cannot all be met.</summary>
/// <param name="Pin">The pin that cannot be kept.</param>
/// <param name="Why">The kind of conflict.</param>
/// <param name="Sentence">The same in words, with the numbers of the instance.</param>
public sealed record WishConflict(Pin Pin, WishConflictKind Why, string Sentence);

/// <summary>Kinds of conflict between wishes.</summary>
public enum WishConflictKind
{
    /// <summary>There is no such mentee or mentor.</summary>
    Unknown,

    /// <summary>The pair is not possible.</summary>
    NotPossible,

    /// <summary>The mentee is pinned to another mentor too.</summary>
    TwoMentors,

    /// <summary>The mentor has no place left for another pin.</summary>
    NoPlace,

    /// <summary>The pair is banned too.</summary>
    Banned,

    /// <summary>The partner's limit is used up by other pins.</summary>
    PartnerLimit,
}
