namespace Mentoring.Portal.Pages.Work;

/// <summary>A mentor's record, as far as these pages show it.</summary>
public sealed record MentorSeen(
    Guid MentorId, Guid? PartnerId, string FirstName, string LastName, string Email, string? Phone, string? JobTitle, DateOnly DateOfBirth, DateTimeOffset RegisteredAt, string Stage, DateOnly? ClearedUntil,
    string? SignedAgreement, IReadOnlyList<RefereeSeen> Referees, IReadOnlyList<TrainingSeen> Trainings, IReadOnlyList<string> StillNeeded, IReadOnlyList<CheckSeen> Checks, OfferSeen Profile, WeekSeen Availability)
{
    /// <summary>The checks a mentor needs, in the order in which they are usually made.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["identity", "first-reference", "second-reference", "dbs", "interview", "training", "agreement"];

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
public sealed record CheckSeen(int Number, string Kind, string Level, string Outcome, DateOnly DecidedOn, DateOnly? ValidUntil, string? Note, Guid RecordedBy, DateTimeOffset RecordedAt);

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
    /// <summary>How many are at a stage.</summary>
    public int Count(string stage) => Stages.FirstOrDefault(s => s.Stage == stage)?.Count ?? 0;
}

/// <summary>How many are at a stage.</summary>
public sealed record StageCount(string Stage, int Count);

/// <summary>Somebody on the way to clearance.</summary>
public sealed record InScreening(Guid MentorId, string FirstName, string LastName, DateTimeOffset Since, IReadOnlyList<string> StillNeeded, string WaitsOn)
{
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
public sealed record MentorHappening(DateTimeOffset At, Guid? By, string What, string? Stage, CheckSeen? Check, string? Section, IReadOnlyList<string> Corrected, string? Why);
