namespace Mentoring.Mentors;

/// <summary>What a mentor does here. It decides which checks are needed, which level of DBS check is lawful, and how young a young person may be.</summary>
public enum MentorRole
{
    /// <summary>One to one with young people of any age up to 25.</summary>
    OneToOneMentor,

    /// <summary>One to one with young people who are 18 or older, and with nobody younger.</summary>
    MentorOfAdults,
}

/// <summary>One check that a role needs, and where the rule comes from.</summary>
public sealed record ScreeningRule
{
    /// <summary>Which check.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>The check in words, as it stands in sentences.</summary>
    public required string Words { get; init; }

    /// <summary>The one level of DBS check that is lawful for the role; <see cref="DbsLevel.None"/> for every other check.</summary>
    public DbsLevel Level { get; init; } = DbsLevel.None;

    /// <summary>How many minutes of training are the least; null for every other check.</summary>
    public int? LeastMinutes { get; init; }

    /// <summary>For how many months after its date the check counts at most; null when it does not run out.</summary>
    public int? ValidMonths { get; init; }

    /// <summary>Where the rule comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Whether a check satisfies the rule on a day.</summary>
    public bool IsMetBy(Check? check, DateOnly day) =>
        check is { Outcome: CheckOutcome.Passed } && check.Level == Level && !(check.Minutes < LeastMinutes) && check.IsInDateOn(day);

    /// <summary>The last day a check decided on a day can count; null when it does not run out.</summary>
    public DateOnly? LatestEnd(DateOnly decidedOn) => ValidMonths is { } months ? decidedOn.AddMonths(months) : null;
}

/// <summary>
/// What each role needs. This is the truth; <c>docs/screening.md</c> tells it to people and a test compares the two.
/// </summary>
public sealed record ScreeningRules
{
    private const string Practice = "Elements of Effective Practice for Mentoring, 5th edition, screening";

    /// <summary>The role.</summary>
    public required MentorRole Role { get; init; }

    /// <summary>The role in words, as it stands in sentences.</summary>
    public required string Words { get; init; }

    /// <summary>How old a young person has to be at least to be matched, in years; 0 for any age.</summary>
    public required int YoungestAge { get; init; }

    /// <summary>Why a DBS check of a higher level may not be asked for, as a sentence.</summary>
    public required string WhyNotHigher { get; init; }

    /// <summary>Why a DBS check of a lower level is not enough, as a sentence.</summary>
    public required string WhyNotLower { get; init; }

    /// <summary>The checks before clearance, in the order in which they are usually done.</summary>
    public required IReadOnlyList<ScreeningRule> Checks { get; init; }

    /// <summary>What every role needs, in the order of <see cref="MentorRole"/>.</summary>
    public static IReadOnlyList<ScreeningRules> All { get; } =
    [
        new()
        {
            Role = MentorRole.OneToOneMentor,
            Words = "one-to-one mentor",
            YoungestAge = 0,
            WhyNotHigher = "There is no higher level.",
            WhyNotLower = "Whoever mentors people under 18 is in regulated activity with children, supervised or not since 1 September 2026, and needs an enhanced check with the children's barred list.",
            Checks = ChecksWith(new()
            {
                Kind = CheckKind.Dbs,
                Words = "DBS, enhanced with the children's barred list",
                Level = DbsLevel.EnhancedWithBarredList,
                ValidMonths = 36,
                Source = "Safeguarding Vulnerable Groups Act 2006, schedule 4, as changed by the Crime and Policing Act 2026 from 1 September 2026; DBS guide to regulated activity with children; renewal after three years is the programme's own rule",
            }),
        },
        new()
        {
            Role = MentorRole.MentorOfAdults,
            Words = "mentor of adults",
            YoungestAge = 18,
            WhyNotHigher = "Mentoring adults is neither regulated activity nor otherwise among what the law lets us ask a standard or enhanced check for. To ask for one would be unlawful. If they are to mentor people under 18, change their role first.",
            WhyNotLower = "A DBS certificate has a level of basic at least.",
            Checks = ChecksWith(new()
            {
                Kind = CheckKind.Dbs,
                Words = "DBS, basic",
                Level = DbsLevel.Basic,
                ValidMonths = 36,
                Source = "Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975 and Police Act 1997: neither names mentoring of adults; DBS eligibility guidance; renewal after three years is the programme's own rule",
            }),
        },
    ];

    /// <summary>What a role needs.</summary>
    public static ScreeningRules Of(MentorRole role) => All[(int)role];

    /// <summary>The rule for a kind of check.</summary>
    public ScreeningRule For(CheckKind kind) => Checks.Single(rule => rule.Kind == kind);

    /// <summary>What makes a result impossible to record, as a sentence; null when nothing does.</summary>
    public string? WhatIsWrong(CheckResult result, DateOnly today)
    {
        if (result.DecidedOn > today) return "decidedOn is in the future. Record a check once it is decided.";
        if (result.DecidedOn < today.AddYears(-10)) return "decidedOn is more than ten years ago. A check that old has to be made again.";
        if (result.Kind == CheckKind.Dbs && result.Level == DbsLevel.None) return "Say the level of the DBS certificate: basic, standard, enhanced or enhanced-with-barred-list.";
        if (result.Kind != CheckKind.Dbs && result.Level != DbsLevel.None) return "Only a DBS check has a level.";
        if (result.Kind != CheckKind.Training && result.Minutes is not null) return "Only training has minutes.";
        if (result.Outcome == CheckOutcome.Failed && result.Finding is not null) return "A failed check has no finding beside it. Say in the note why it failed.";
        if (Criteria.WhatIsWrong(result) is { } wrong) return wrong;
        if (result.ValidUntil is not { } until) return null;
        if (result.Outcome == CheckOutcome.Failed) return "A failed check has no validUntil.";
        if (until < result.DecidedOn) return "validUntil is before decidedOn.";
        var latest = For(result.Kind).LatestEnd(result.DecidedOn) ?? result.DecidedOn.AddYears(10);
        return until > latest ? $"This check counts until {latest:yyyy-MM-dd} at the latest." : null;
    }

    /// <summary>Why a result does not count for the role, as a sentence a caseworker can act on; null when it does.</summary>
    public string? WhyNot(CheckResult result)
    {
        var rule = For(result.Kind);
        if (result.Level != rule.Level) return $"For a {Words} this is the wrong level: {rule.Words}, is the one that counts. {(result.Level > rule.Level ? WhyNotHigher : WhyNotLower)}";
        if (result.Outcome == CheckOutcome.Passed && rule.LeastMinutes is { } least && !(result.Minutes >= least))
            return $"Training counts from {least / 60} hours on, before a first match. Say how many minutes it was; record it once {least / 60} hours are done.";
        return Criteria.WhyNot(result);
    }

    private static IReadOnlyList<ScreeningRule> ChecksWith(ScreeningRule dbs) =>
    [
        new()
        {
            Kind = CheckKind.Identity,
            Words = "identity",
            Source = "DBS ID checking guidelines",
        },
        new()
        {
            Kind = CheckKind.FirstReference,
            Words = "first reference, by structured interview",
            Source = $"{Practice}: references, interviewed by set questions",
        },
        new()
        {
            Kind = CheckKind.SecondReference,
            Words = "second reference, by structured interview",
            Source = $"{Practice}: references, interviewed by set questions",
        },
        dbs,
        new()
        {
            Kind = CheckKind.Interview,
            Words = "interview against fixed criteria",
            Source = $"{Practice}: an interview, and criteria for accepting and rejecting that are written down",
        },
        new()
        {
            Kind = CheckKind.Training,
            Words = "training",
            LeastMinutes = 120,
            ValidMonths = 24,
            Source = "Elements of Effective Practice for Mentoring, 5th edition, training: at least two hours before the match; Working Together to Safeguard Children 2023, chapter 4; Foundations' practice guide on mentoring and befriending, 2025: mentors are trained and supported; renewal after two years is the programme's own rule",
        },
        new()
        {
            Kind = CheckKind.Agreement,
            Words = "agreement signed",
            Source = $"{Practice}: commitment in writing",
        },
    ];
}
