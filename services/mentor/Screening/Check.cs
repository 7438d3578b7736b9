using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>The pieces of screening.</summary>
public enum CheckKind
{
    /// <summary>Documents that show who they are and where they live.</summary>
    Identity,

    /// <summary>A reference from somebody who knows them and is not family.</summary>
    FirstReference,

    /// <summary>A reference from a second such person.</summary>
    SecondReference,

    /// <summary>A certificate of the Disclosure and Barring Service.</summary>
    Dbs,

    /// <summary>A conversation with a caseworker.</summary>
    Interview,

    /// <summary>The training before the first match, safeguarding included.</summary>
    Training,

    /// <summary>The signed agreement, read through together.</summary>
    Agreement,
}

/// <summary>The levels of a DBS certificate, lowest first.</summary>
public enum DbsLevel
{
    /// <summary>Not a DBS check.</summary>
    None,

    /// <summary>Unspent convictions.</summary>
    Basic,

    /// <summary>Spent and unspent convictions and cautions.</summary>
    Standard,

    /// <summary>Standard, and what the police hold that matters.</summary>
    Enhanced,

    /// <summary>Enhanced, and whether the person is barred from working with children.</summary>
    EnhancedWithBarredList,
}

/// <summary>How a check came out.</summary>
public enum CheckOutcome
{
    /// <summary>Nothing stands in the way.</summary>
    Passed,

    /// <summary>The person cannot be a mentor on this evidence.</summary>
    Failed,
}

/// <summary>What a caseworker found in one check.</summary>
public sealed record CheckResult
{
    /// <summary>Which check.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>The level of a DBS certificate; <see cref="DbsLevel.None"/> for every other check.</summary>
    public required DbsLevel Level { get; init; }

    /// <summary>How it came out.</summary>
    public required CheckOutcome Outcome { get; init; }

    /// <summary>The local date (Europe/London) it was decided on.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>The last local date it counts; null for a check that does not run out, or failed.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>A note for caseworkers; null for none.</summary>
    public required string? Note { get; init; }
}

/// <summary>A check as it was recorded. Never changed: a new result is a new check, and the newest of its kind counts.</summary>
public sealed class Check
{
    /// <summary>1 for the mentor's first check, and so on, in the order of recording.</summary>
    public required int Number { get; init; }

    /// <summary>Which check.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>The level of a DBS certificate.</summary>
    public required DbsLevel Level { get; init; }

    /// <summary>How it came out.</summary>
    public required CheckOutcome Outcome { get; init; }

    /// <summary>The local date (Europe/London) it was decided on.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>The last local date it counts; null when it does not run out.</summary>
    public required DateOnly? ValidUntil { get; init; }

    /// <summary>A note for caseworkers.</summary>
    public required string? Note { get; init; }

    /// <summary>Who recorded it.</summary>
    public required AccountId RecordedBy { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Whether the check's end, if it has one, is not over on a day.</summary>
    public bool IsInDateOn(DateOnly day) => ValidUntil is not { } end || end >= day;

    /// <summary>Whether this check already says what a result says.</summary>
    public bool Says(CheckResult result) =>
        (Kind, Level, Outcome, DecidedOn, ValidUntil, Note) == (result.Kind, result.Level, result.Outcome, result.DecidedOn, result.ValidUntil, result.Note);
}
