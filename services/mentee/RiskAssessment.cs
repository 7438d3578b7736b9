using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>
/// What could go wrong and what is done about it, made by the caseworker together with the young person and signed by both.
/// To the young person it is their safety plan. Every edit is a new version that both sign anew; the old ones are kept.
/// </summary>
public sealed class RiskAssessment
{
    /// <summary>The longest time until it is looked at again.</summary>
    public const int MonthsToReview = 6;

    /// <summary>1 for the first, counting on with every edit.</summary>
    public required int Version { get; init; }

    /// <summary>What was written down.</summary>
    public required RiskPlan Plan { get; init; }

    /// <summary>The last date on which it holds.</summary>
    public required DateOnly ReviewOn { get; init; }

    /// <summary>Who wrote it.</summary>
    public required CaseworkerId WrittenBy { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When the young person signed, UTC.</summary>
    public DateTimeOffset? SignedByMenteeAt { get; private set; }

    /// <summary>Which caseworker signed.</summary>
    public CaseworkerId? SignedBy { get; private set; }

    /// <summary>When the caseworker signed, UTC.</summary>
    public DateTimeOffset? SignedByCaseworkerAt { get; private set; }

    /// <summary>Whether a date of review is after today and soon enough.</summary>
    public static bool IsSoonEnough(DateOnly reviewOn, DateOnly today) => reviewOn > today && reviewOn <= today.AddMonths(MonthsToReview);

    internal void SignAsMentee(DateTimeOffset at) => SignedByMenteeAt = at;

    internal void SignAsCaseworker(CaseworkerId by, DateTimeOffset at)
    {
        SignedBy = by;
        SignedByCaseworkerAt = at;
    }

    internal IEnumerable<Need> Needs(DateOnly today)
    {
        if (today > ReviewOn)
        {
            yield return Need.RiskAssessment;
            yield break;
        }

        if (SignedByMenteeAt is null) yield return Need.MenteeSignature;
        if (SignedByCaseworkerAt is null) yield return Need.CaseworkerSignature;
    }
}

/// <summary>The content of a risk assessment.</summary>
public record RiskPlan
{
    /// <summary>The risks, 1 to 30.</summary>
    [MinLength(1, ErrorMessage = "Write at least one risk, even a small one.")]
    [MaxLength(30, ErrorMessage = "That is too many. Keep the 30 that matter most.")]
    [NoEmptyPlaces]
    public required IReadOnlyList<Risk> Risks { get; init; }

    /// <summary>What the young person says about it, in their own words; 1 to 2,000 characters.</summary>
    /// <example>I feel safe if we meet at the library.</example>
    [Required(ErrorMessage = "Write what the young person says about it, in their own words.")]
    [StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
    public required string YoungPersonsWords { get; init; }

    /// <summary>The plan alone, without spaces around the words.</summary>
    public RiskPlan AsKept() => new()
    {
        YoungPersonsWords = YoungPersonsWords.Trim(),
        Risks = [.. Risks.Select(r => r with { WhatCouldHappen = r.WhatCouldHappen.Trim(), WhatWeDo = r.WhatWeDo.Trim(), Who = r.Who.Trim() })],
    };
}

/// <summary>One thing that could go wrong.</summary>
public sealed record Risk
{
    /// <summary>What could happen; 1 to 500 characters.</summary>
    /// <example>Somebody follows me home from the meeting.</example>
    [Required(ErrorMessage = "Write what could happen.")]
    [StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public required string WhatCouldHappen { get; init; }

    /// <summary>How likely it is: 1 hardly, 5 almost sure.</summary>
    /// <example>2</example>
    [Range(1, 5, ErrorMessage = "Choose 1 to 5: 1 is hardly, 5 is almost sure.")]
    public required int Likelihood { get; init; }

    /// <summary>How bad it would be: 1 a little, 5 very.</summary>
    /// <example>4</example>
    [Range(1, 5, ErrorMessage = "Choose 1 to 5: 1 is a little, 5 is very.")]
    public required int Impact { get; init; }

    /// <summary>What is done about it; 1 to 1,000 characters.</summary>
    /// <example>We meet at the library and I text when I am home.</example>
    [Required(ErrorMessage = "Write what we do about it.")]
    [StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public required string WhatWeDo { get; init; }

    /// <summary>Who does it; 1 to 200 characters.</summary>
    /// <example>Riley and the mentor</example>
    [Required(ErrorMessage = "Write who does it.")]
    [StringLength(200, ErrorMessage = "Keep this under 200 characters.")]
    public required string Who { get; init; }
}
