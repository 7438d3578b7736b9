namespace Mentoring.Shared;

/// <summary>
/// What a figure of the whole programme is about: a stretch of days, and which young people. Three services are asked the same, each for what
/// it owns. The cohort is everybody who was referred in a stretch of days, whether they ever got a mentor or not: a cohort of matches would leave
/// out those who waited in vain.
/// </summary>
public sealed record ProgrammeQuery
{
    /// <summary>The longest stretch, in years.</summary>
    public const int MostYears = 5;

    /// <summary>The first day, by the calendar in London; from 2020 on.</summary>
    /// <example>2025-12-01</example>
    public required DateOnly From { get; init; }

    /// <summary>The last day; at most five years after the first.</summary>
    /// <example>2026-11-30</example>
    public required DateOnly To { get; init; }

    /// <summary>Only young people referred on this day or later; all when left out.</summary>
    /// <example>2026-04-01</example>
    public DateOnly? ReferredFrom { get; init; }

    /// <summary>Only young people referred on this day or before; all when left out.</summary>
    /// <example>2026-06-30</example>
    public DateOnly? ReferredTo { get; init; }

    /// <summary>Only young people in the caller's caseload, and in those that the caller covers today.</summary>
    /// <example>false</example>
    public bool? Mine { get; init; }

    /// <summary>When the first day begins, UTC.</summary>
    public DateTimeOffset Start => London.StartOf(From);

    /// <summary>When the last day is over, UTC.</summary>
    public DateTimeOffset End => London.StartOf(To.AddDays(1));

    /// <summary>The caseworker whose young people it is about; null for everybody's.</summary>
    public Guid? Of(Caller caller) => Mine == true ? caller.Account.Value : null;

    /// <summary>The last day that can be looked at: today, or the last day if that is earlier. What is to come has not happened.</summary>
    public DateOnly Until(DateOnly today) => To < today ? To : today;

    /// <summary>What is wrong with it, in a sentence; null when nothing is.</summary>
    public string? WhatIsWrong => this switch
    {
        { From.Year: < 2020 or > 2100 } or { To.Year: < 2020 or > 2100 } => "Choose days from 2020 on.",
        _ when To < From => "The last day is before the first.",
        _ when From.AddYears(MostYears) < To => "Choose five years or less.",
        { ReferredFrom.Year: < 2000 or > 2100 } or { ReferredTo.Year: < 2000 or > 2100 } => "Choose days of referral from 2000 on.",
        _ when ReferredTo < ReferredFrom => "The last day of referral is before the first.",
        _ => null,
    };
}
