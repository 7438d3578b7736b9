namespace Mentoring.Mentors;

/// <summary>One check that a role needs, and where the rule comes from.</summary>
public sealed record ScreeningRule
{
    /// <summary>Which check.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>The check in words, as it stands in sentences.</summary>
    public required string Words { get; init; }

    /// <summary>The lowest DBS level that is enough; <see cref="DbsLevel.None"/> for every other check.</summary>
    public DbsLevel Level { get; init; } = DbsLevel.None;

    /// <summary>For how many months after its date the check counts at most; null when it does not run out.</summary>
    public int? ValidMonths { get; init; }

    /// <summary>Where the rule comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Whether a check satisfies the rule on a day.</summary>
    public bool IsMetBy(Check? check, DateOnly day) =>
        check is { Outcome: CheckOutcome.Passed } && check.Level >= Level && check.IsInDateOn(day);

    /// <summary>The last day a check decided on a day can count; null when it does not run out.</summary>
    public DateOnly? LatestEnd(DateOnly decidedOn) => ValidMonths is { } months ? decidedOn.AddMonths(months) : null;
}

/// <summary>
/// Which checks a role needs. This is the truth; <c>docs/screening.md</c> tells it to people and a test compares the two.
/// There is one role, because any mentor may be matched with a young person under 18.
/// </summary>
public static class ScreeningRules
{
    /// <summary>What a one-to-one mentor needs before clearance, in the order in which it is usually done.</summary>
    public static IReadOnlyList<ScreeningRule> OneToOneMentor { get; } =
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
            Words = "first reference",
            Source = "Elements of Effective Practice for Mentoring, 4th edition, standard 2 (screening)",
        },
        new()
        {
            Kind = CheckKind.SecondReference,
            Words = "second reference",
            Source = "Elements of Effective Practice for Mentoring, 4th edition, standard 2 (screening)",
        },
        new()
        {
            Kind = CheckKind.Dbs,
            Words = "DBS, enhanced with the children's barred list",
            Level = DbsLevel.EnhancedWithBarredList,
            ValidMonths = 36,
            Source = "DBS guide to regulated activity with children in England; renewal after three years is the programme's own rule",
        },
        new()
        {
            Kind = CheckKind.Interview,
            Words = "interview",
            Source = "Elements of Effective Practice for Mentoring, 4th edition, standard 2 (screening)",
        },
        new()
        {
            Kind = CheckKind.Training,
            Words = "training",
            ValidMonths = 24,
            Source = "Elements of Effective Practice for Mentoring, 4th edition, standard 3 (training); Working Together to Safeguard Children 2023, chapter 4; renewal after two years is the programme's own rule",
        },
        new()
        {
            Kind = CheckKind.Agreement,
            Words = "agreement",
            Source = "Elements of Effective Practice for Mentoring, 4th edition, standard 2 (screening): commitment in writing",
        },
    ];

    /// <summary>The rule for a kind of check.</summary>
    public static ScreeningRule For(CheckKind kind) => OneToOneMentor.Single(rule => rule.Kind == kind);

    /// <summary>What makes a result impossible to record, as a sentence; null when nothing does.</summary>
    public static string? WhatIsWrong(CheckResult result, DateOnly today)
    {
        var rule = For(result.Kind);
        if (result.DecidedOn > today) return "decidedOn is in the future. Record a check once it is decided.";
        if (result.DecidedOn < today.AddYears(-10)) return "decidedOn is more than ten years ago. A check that old has to be made again.";
        if (result.Kind == CheckKind.Dbs && result.Level == DbsLevel.None) return "Say the level of the DBS certificate: basic, standard, enhanced or enhanced-with-barred-list.";
        if (result.Kind != CheckKind.Dbs && result.Level != DbsLevel.None) return "Only a DBS check has a level.";
        if (result.ValidUntil is not { } until) return null;
        if (result.Outcome == CheckOutcome.Failed) return "A failed check has no validUntil.";
        if (until < result.DecidedOn) return "validUntil is before decidedOn.";
        var latest = rule.LatestEnd(result.DecidedOn) ?? result.DecidedOn.AddYears(10);
        return until > latest ? $"This check counts until {latest:yyyy-MM-dd} at the latest." : null;
    }
}
