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

    /// <summary>How many minutes of training in all; null for every other check.</summary>
    public int? Minutes { get; init; }

    /// <summary>What was found for each set question of an interview.</summary>
    public IReadOnlyList<InterviewAnswer> Answers { get; init; } = [];

    /// <summary>
    /// Something adverse that came to light although the check is passed: what it is, and why it can be carried. Null for nothing. With one, it takes
    /// two people to clear.
    /// </summary>
    public string? Finding { get; init; }
}

/// <summary>
/// A check as it was recorded. A new result is a new check, and the newest of its kind counts; the one thing that ever changes is that the
/// words about a DBS certificate are forgotten.
/// </summary>
public sealed class Check
{
    /// <summary>How many months after its date nothing but the fact of a DBS check is kept (DBS code of practice: certificate information is kept no longer than necessary, as a rule not for more than six months).</summary>
    public const int MonthsOfWords = 6;

    private Check()
    {
    }

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

    /// <summary>How many minutes of training in all.</summary>
    public required int? Minutes { get; init; }

    /// <summary>What was found for each set question.</summary>
    public required IReadOnlyList<InterviewAnswer> Answers { get; init; }

    /// <summary>A note for caseworkers.</summary>
    public string? Note { get; private set; }

    /// <summary>The adverse finding in words; null for none, or when the words are forgotten.</summary>
    public string? Finding { get; private set; }

    /// <summary>Whether there is an adverse finding that two people have to look at. Outlives its words until they have.</summary>
    public bool HasFinding { get; private set; }

    /// <summary>Who recorded it.</summary>
    public required AccountId RecordedBy { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Records a result.</summary>
    public static Check Of(CheckResult result, int number, AccountId by, DateTimeOffset now) => new()
    {
        Number = number,
        Kind = result.Kind,
        Level = result.Level,
        Outcome = result.Outcome,
        DecidedOn = result.DecidedOn,
        ValidUntil = result.ValidUntil,
        Minutes = result.Minutes,
        Answers = result.Answers,
        Note = result.Note,
        Finding = result.Finding,
        HasFinding = result.Finding is not null,
        RecordedBy = by,
        RecordedAt = now,
    };

    /// <summary>Whether the check's end, if it has one, is not over on a day.</summary>
    public bool IsInDateOn(DateOnly day) => ValidUntil is not { } end || end >= day;

    /// <summary>Whether this check already says what a result says.</summary>
    public bool Says(CheckResult result) =>
        (Kind, Level, Outcome, DecidedOn, ValidUntil, Minutes, Note, Finding) == (result.Kind, result.Level, result.Outcome, result.DecidedOn, result.ValidUntil, result.Minutes, result.Note, result.Finding)
        && Answers.SequenceEqual(result.Answers);

    /// <summary>Forgets what was written about a DBS certificate, six months after its date.</summary>
    /// <param name="today">Today in London.</param>
    /// <param name="isDecided">Whether what there was to decide on it has been decided: only then is it forgotten that there was a finding at all.</param>
    internal void ForgetCertificate(DateOnly today, bool isDecided)
    {
        if (Kind != CheckKind.Dbs || DecidedOn.AddMonths(MonthsOfWords) > today) return;
        (Note, Finding) = (null, null);
        if (isDecided) HasFinding = false;
    }
}
