namespace Mentoring.Portal.Pages.Work;

/// <summary>A mentor's record, as far as these pages show it.</summary>
public sealed record MentorSeen(
    Guid MentorId, Guid? PartnerId, string FirstName, string LastName, string Email, string? Phone, string? JobTitle, DateOnly DateOfBirth, DateTimeOffset RegisteredAt, string Stage, DateOnly? ClearedUntil,
    string? SignedAgreement, IReadOnlyList<RefereeSeen> Referees, IReadOnlyList<TrainingSeen> Trainings, IReadOnlyList<string> StillNeeded, IReadOnlyList<CheckSeen> Checks, OfferSeen Profile, WeekSeen Availability)
{
    /// <summary>The checks a mentor needs, in the order in which they are usually made.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["identity", "first-reference", "second-reference", "dbs", "interview", "training", "agreement"];

    /// <summary>What they do here.</summary>
    public string Role { get; init; } = "one-to-one-mentor";

    /// <summary>When clearance was lost, until somebody decides on them again.</summary>
    public DateTimeOffset? LapsedAt { get; init; }

    /// <summary>Whether something adverse came to light, so that it takes two people to clear.</summary>
    public bool NeedsTwo { get; init; }

    /// <summary>Who proposes to clear them in spite of it.</summary>
    public Guid? ProposedBy { get; init; }

    /// <summary>Both names.</summary>
    public string Name => $"{FirstName} {LastName}";

    /// <summary>Whether they are not with the programme any more.</summary>
    public bool IsGone => Stage is "left" or "declined";

    /// <summary>Whether checks can be recorded now.</summary>
    public bool CanBeScreened => Stage is "applied" or "screening" or "cleared" or "paused";

    /// <summary>The newest check of a kind.</summary>
    public CheckSeen? Newest(string kind) => Checks.LastOrDefault(c => c.Kind == kind);
}

/// <summary>One recorded check.</summary>
public sealed record CheckSeen(int Number, string Kind, string Level, string Outcome, DateOnly DecidedOn, DateOnly? ValidUntil, string? Note, Guid RecordedBy, DateTimeOffset RecordedAt)
{
    /// <summary>How many minutes of training.</summary>
    public int? Minutes { get; init; }

    /// <summary>What was answered to the set questions.</summary>
    public IReadOnlyList<AnswerSeen> Answers { get; init; } = [];

    /// <summary>Whether there is an adverse finding for two people to look at.</summary>
    public bool HasFinding { get; init; }

    /// <summary>The adverse finding.</summary>
    public string? Finding { get; init; }
}

/// <summary>What was answered to a set question.</summary>
public sealed record AnswerSeen(string Question, bool? IsMet, string Words);

/// <summary>What a role needs.</summary>
public sealed record RoleSeen(string Role, string Words, int YoungestAge, IReadOnlyList<RuleSeen> Checks);

/// <summary>A check that a role needs.</summary>
public sealed record RuleSeen(string Kind, string Words, string Level, int? LeastMinutes, IReadOnlyList<SetQuestion> Questions);

/// <summary>A set question; a criterion has to be met.</summary>
public sealed record SetQuestion(string Name, string Words, bool IsCriterion);

/// <summary>Somebody who can speak for a mentor.</summary>
public sealed record RefereeSeen(string Name, string HowTheyKnowYou, string? Email, string? Phone);

/// <summary>A training a mentor took part in.</summary>
public sealed record TrainingSeen(string Name, DateOnly DoneOn);

/// <summary>What a mentor offers.</summary>
public sealed record OfferSeen(
    string About, IReadOnlyList<string> GoalAreas, IReadOnlyList<string> Interests, IReadOnlyList<string> TalkStyles, IReadOnlyList<string> Languages, IReadOnlyList<string> Traits, string? Postcode, bool InPerson, bool Online, int Capacity)
{
    /// <summary>What they would rather not do.</summary>
    public IReadOnlyList<string> Dislikes { get; init; } = [];

    /// <summary>The kind of work they do.</summary>
    public string? Sector { get; init; }

    /// <summary>How old a young person should be at least.</summary>
    public int? WelcomesFrom { get; init; }

    /// <summary>How old a young person should be at most.</summary>
    public int? WelcomesUpTo { get; init; }

    /// <summary>What they cannot help with.</summary>
    public IReadOnlyList<string> CannotHelpWith { get; init; } = [];

    /// <summary>Whether they work for the council's care teams.</summary>
    public bool WorksInCareTeams { get; init; }

    /// <summary>The ages they welcome.</summary>
    public string Ages => (WelcomesFrom, WelcomesUpTo) switch
    {
        ({ } from, { } upTo) => $"{from} to {upTo}",
        ({ } from, null) => $"{from} and over",
        (null, { } upTo) => $"up to {upTo}",
        _ => string.Empty,
    };
}

/// <summary>When a mentor is free.</summary>
public sealed record WeekSeen(IReadOnlyList<FreeSeen> Weekly);

/// <summary>A page of mentors.</summary>
public sealed record MentorsSeen(IReadOnlyList<MentorRow> Items, Guid? Next, int Total);

/// <summary>One mentor in a list.</summary>
public sealed record MentorRow(Guid MentorId, string? PartnerName, string FirstName, string LastName, string Stage, DateOnly? ClearedUntil, string WaitsOn)
{
    /// <summary>Both names.</summary>
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>What needs a caseworker among mentors.</summary>
public sealed record MentorsSummary(
    IReadOnlyList<StageCount> Stages, IReadOnlyList<InScreening> Applied, IReadOnlyList<InScreening> Screening, IReadOnlyList<ClearanceEnding> ClearancesEnding, int ClearancesEndingCount, int OpenInterests)
{
    /// <summary>Who had a clearance that ended.</summary>
    public IReadOnlyList<InScreening> ClearancesEnded { get; init; } = [];

    /// <summary>How many they are.</summary>
    public int ClearancesEndedCount { get; init; }

    /// <summary>Whom a colleague proposes to clear in spite of something adverse, and somebody else has to confirm it.</summary>
    public IReadOnlyList<InScreening> ToConfirm(Guid me) => [.. Screening.Where(s => s.ProposedBy is { } by && by != me)];

    /// <summary>Who is on the way to a first clearance, with checks still to be made.</summary>
    public IReadOnlyList<InScreening> Going => [.. Screening.Where(s => s.StillNeeded.Count > 0 && ClearancesEnded.All(e => e.MentorId != s.MentorId))];

    /// <summary>Whom somebody may clear, or propose to.</summary>
    public IReadOnlyList<InScreening> ToDecide => [.. Screening.Where(s => s.StillNeeded.Count == 0 && s.ProposedBy is null)];

    /// <summary>How many are at a stage.</summary>
    public int Count(string stage) => Stages.FirstOrDefault(s => s.Stage == stage)?.Count ?? 0;
}

/// <summary>How many are at a stage.</summary>
public sealed record StageCount(string Stage, int Count);

/// <summary>Somebody on the way to clearance.</summary>
public sealed record InScreening(Guid MentorId, string FirstName, string LastName, DateTimeOffset Since, IReadOnlyList<string> StillNeeded, string WaitsOn)
{
    /// <summary>Who proposes to clear them in spite of something adverse.</summary>
    public Guid? ProposedBy { get; init; }

    /// <summary>Both names.</summary>
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>Somebody whose clearance ends soon.</summary>
public sealed record ClearanceEnding(Guid MentorId, string FirstName, string LastName, DateOnly ClearedUntil)
{
    /// <summary>Both names.</summary>
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>What happened with a mentor.</summary>
public sealed record MentorTimeline(IReadOnlyList<MentorHappening> Happenings);

/// <summary>One thing that happened.</summary>
public sealed record MentorHappening(DateTimeOffset At, Guid? By, string What, string? Stage, CheckSeen? Check, string? Section, IReadOnlyList<string> Corrected, string? Why, Guid? ProposedBy = null);
