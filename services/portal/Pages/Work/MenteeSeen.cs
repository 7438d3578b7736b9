namespace Mentoring.Portal.Pages.Work;

/// <summary>A young person's record, as far as these pages show it.</summary>
public sealed record MenteeSeen(
    Guid Id, string FirstName, string LastName, DateOnly DateOfBirth, string? Email, string? Phone, string? HowToReach, StandingSeen Standing, Guid? CaseworkerId,
    DateTimeOffset ReferredAt, bool ReferredThemselves, string? ReferralNote, IReadOnlyList<ConsentSeen> Consents, ProfileSeen? Profile, PlanSeen? RiskAssessment, DateTimeOffset? LeftAt)
{
    /// <summary>Both names.</summary>
    public string Name => $"{FirstName} {LastName}";

    /// <summary>Whether they left.</summary>
    public bool HasLeft => Standing.Stage == "left";

    /// <summary>The yes that holds; null when there is none.</summary>
    public ConsentSeen? Consent => Consents.LastOrDefault(c => c.WithdrawnAt is null);
}

/// <summary>Where a young person stands.</summary>
public sealed record StandingSeen(string Stage, DateOnly? ReadyUntil, IReadOnlyList<string> StillNeeded)
{
    /// <summary>What is still needed, for a caseworker.</summary>
    public IEnumerable<string> InWords => StillNeeded.Select(need => need switch
    {
        "consent" => "Their own yes to taking part",
        "goal-area" => "At least one thing they want help with",
        "language" => "A language they can talk in",
        "way-to-meet" => "Whether they want to meet in person or online",
        "postcode" => "The first half of their postcode",
        "free-time" => "When they are free",
        "risk-assessment" => "A safety plan that is in date",
        "mentee-signature" => "Their name under the safety plan",
        "caseworker-signature" => "Your name under the safety plan",
        _ => Say.Word(need),
    });
}

/// <summary>One yes to taking part.</summary>
public sealed record ConsentSeen(DateTimeOffset GivenAt, DateOnly Until, DateTimeOffset? WithdrawnAt);

/// <summary>What a young person wants and likes.</summary>
public sealed record ProfileSeen(
    IReadOnlyList<string> GoalAreas, IReadOnlyList<string> Interests, IReadOnlyList<string> Dislikes, IReadOnlyList<string> TalkStyles, IReadOnlyList<string> Languages, IReadOnlyList<WishSeen> Preferences,
    string? OutwardPostcode, bool InPerson, bool Online, IReadOnlyList<FreeSeen> Weekly, string? GoalsInMyWords, string? AboutMe, string? WhatToAvoid, string? GettingAround)
{
    /// <summary>Where they hope to work, or study towards.</summary>
    public IReadOnlyList<string> Hopes { get; init; } = [];

    /// <summary>What they asked never to be matched on.</summary>
    public IReadOnlyList<string> NeverMatchOn { get; init; } = [];

    /// <summary>How they want to meet.</summary>
    public string Ways => (InPerson, Online) switch { (true, true) => "In person or online", (true, false) => "In person", (false, true) => "Online", _ => string.Empty };
}

/// <summary>What they ask of a mentor.</summary>
public sealed record WishSeen(string Trait, string Strength);

/// <summary>A time when somebody is free every week.</summary>
public sealed record FreeSeen(string Day, TimeOnly From, TimeOnly Until)
{
    /// <summary>Tuesday, 4pm to 6pm.</summary>
    public string InWords => $"{Say.Word(Day)}, {Say.Time(From)} to {Say.Time(Until)}";
}

/// <summary>The risk assessment, which to the young person is their safety plan.</summary>
public sealed record PlanSeen(
    int Version, IReadOnlyList<RiskSeen> Risks, string YoungPersonsWords, DateOnly ReviewOn, DateTimeOffset WrittenAt, DateTimeOffset? SignedByMenteeAt, DateTimeOffset? SignedByCaseworkerAt,
    IReadOnlyList<SharingSeen>? Sharings = null, string? Wish = null, DateTimeOffset? WishedAt = null)
{
    /// <summary>Whether the young person lets their mentor read a risk, 1 for the first.</summary>
    public bool IsShared(int risk) => Sharings?.Any(s => s.Risk == risk && s.WithdrawnAt is null) == true;
}

/// <summary>The young person's yes to let their mentor read one risk.</summary>
public sealed record SharingSeen(int Risk, DateTimeOffset GivenAt, DateTimeOffset? WithdrawnAt);

/// <summary>One risk.</summary>
public sealed record RiskSeen(string WhatCouldHappen, int Likelihood, int Impact, string WhatWeDo, string Who, DateOnly? Until = null, string? YoungPersonsWords = null)
{
    private static readonly string[] Likely = ["hardly", "not very likely", "possible", "likely", "almost sure"];
    private static readonly string[] Bad = ["a little", "somewhat", "quite bad", "bad", "very bad"];

    /// <summary>How likely, to choose from.</summary>
    public static IReadOnlyList<Tags.Choice> Likelihoods { get; } = [.. Likely.Select((w, i) => new Tags.Choice($"{i + 1}", $"{i + 1} – {w}"))];

    /// <summary>How bad, to choose from.</summary>
    public static IReadOnlyList<Tags.Choice> Impacts { get; } = [.. Bad.Select((w, i) => new Tags.Choice($"{i + 1}", $"{i + 1} – {w}"))];

    /// <summary>How likely and how bad, in words.</summary>
    public string InWords => $"{Likely[Math.Clamp(Likelihood, 1, 5) - 1]} to happen ({Likelihood} of 5), {Bad[Math.Clamp(Impact, 1, 5) - 1]} if it does ({Impact} of 5)";

    /// <summary>Low, medium or high, by the two multiplied.</summary>
    public (string Text, string Colour) Level => (Likelihood * Impact) switch { >= 15 => ("High", "red"), >= 8 => ("Medium", "orange"), _ => ("Low", "green") };
}

/// <summary>A list page with counts.</summary>
public sealed record CaseloadSeen(IReadOnlyList<CaseloadRow> Items, Guid? Next, int Total, IReadOnlyDictionary<string, int> Stages);

/// <summary>One young person in a list.</summary>
public sealed record CaseloadRow(Guid Id, string FirstName, string LastName, string Stage, DateOnly? ReadyUntil, DateTimeOffset ReferredAt, bool Covering)
{
    /// <summary>Both names.</summary>
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>What young people need.</summary>
public sealed record MenteesSummary(
    IReadOnlyDictionary<string, int> Stages, NeedSeen ConsentMissing, NeedSeen ProfileMissing, NeedSeen RiskAssessmentMissing, NeedSeen RiskAssessmentUnsigned, NeedSeen ReviewDue, NeedSeen ReadinessEnding, NeedSeen Waiting);

/// <summary>Those who need one thing.</summary>
public sealed record NeedSeen(int Count, IReadOnlyList<NeedyPerson> Named)
{
    /// <summary>Riley, Sam and 2 more.</summary>
    public string InWords => Say.List([.. Named.Take(3).Select(p => p.FirstName), .. Count > 3 ? [$"{Count - 3} more"] : Array.Empty<string>()]);
}

/// <summary>One of them.</summary>
public sealed record NeedyPerson(Guid Id, string FirstName, string? LastName, bool Covering, DateTimeOffset ReferredAt, DateOnly? On)
{
    /// <summary>Both names, or the first.</summary>
    public string Name => LastName is null ? FirstName : $"{FirstName} {LastName}";
}
