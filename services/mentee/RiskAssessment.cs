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

    /// <summary>The young person's own choices to let their mentor read a risk, oldest first, with those they took back. Nobody else makes them, and none changes a signature.</summary>
    public IReadOnlyList<Sharing> Sharings { get; private set; } = [];

    /// <summary>What the young person wants changed before they sign, in their words; null when they said nothing.</summary>
    public string? Wish { get; private set; }

    /// <summary>When they said so, UTC.</summary>
    public DateTimeOffset? WishedAt { get; private set; }

    /// <summary>Whether both signed it and it is in date.</summary>
    public bool IsInForce(DateOnly today) => !Needs(today).Any();

    /// <summary>Whether the young person lets their mentor read a risk.</summary>
    /// <param name="risk">Which, 1 for the first.</param>
    public bool IsShared(int risk) => Sharings.Any(s => s.Risk == risk && s.WithdrawnAt is null);

    /// <summary>Whether a date of review is after today and soon enough.</summary>
    public static bool IsSoonEnough(DateOnly reviewOn, DateOnly today) => reviewOn > today && reviewOn <= today.AddMonths(MonthsToReview);

    /// <summary>What is said of a measure that is meant for longer than the plan holds.</summary>
    public static string TooLong(int risk) => $"What you do about risk {risk} ends after the day on which you look at the plan again. Choose an earlier day for it, or a later one for the plan.";

    internal void SignAsMentee(DateTimeOffset at) => SignedByMenteeAt = at;

    internal void SignAsCaseworker(CaseworkerId by, DateTimeOffset at)
    {
        SignedBy = by;
        SignedByCaseworkerAt = at;
    }

    internal void Share(int risk, DateTimeOffset at) => Sharings = [.. Sharings, new() { Risk = risk, GivenAt = at, WithdrawnAt = null }];

    internal void StopSharing(int risk, DateTimeOffset at) => Sharings = [.. Sharings.Select(s => s.Risk == risk && s.WithdrawnAt is null ? s with { WithdrawnAt = at } : s)];

    internal void WishFor(string words, DateTimeOffset at) => (Wish, WishedAt) = (words, at);

    /// <summary>Keeps the young person's yes for risks that stand in this version word for word; where a word has changed, they choose anew.</summary>
    internal void KeepSharingsOf(RiskAssessment before) => Sharings =
    [
        .. Plan.Risks.Select((risk, i) => (Number: i + 1, Before: before.Sharings.FirstOrDefault(s => s.WithdrawnAt is null && before.Plan.Risks[s.Risk - 1] == risk)))
            .Where(kept => kept.Before is not null).Select(kept => kept.Before! with { Risk = kept.Number }),
    ];

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

/// <summary>The young person lets their mentor read one risk of the plan: what could happen, what is done, who does it and until when. Not how likely or how bad it is, and not their own words.</summary>
public sealed record Sharing
{
    /// <summary>Which risk, 1 for the first.</summary>
    /// <example>1</example>
    public required int Risk { get; init; }

    /// <summary>When the young person said yes, UTC.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>When they took it back, UTC; null while it stands.</summary>
    public required DateTimeOffset? WithdrawnAt { get; init; }
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
        Risks = [.. Risks.Select(r => r with { WhatCouldHappen = r.WhatCouldHappen.Trim(), WhatWeDo = r.WhatWeDo.Trim(), Who = r.Who.Trim(), YoungPersonsWords = Kept.OrNull(r.YoungPersonsWords) })],
    };

    /// <summary>Which measure, 1 for the first, is meant for longer than the plan holds; null when none is.</summary>
    public int? LongerThan(DateOnly reviewOn) => Risks.Select((risk, i) => risk.Until > reviewOn ? i + 1 : (int?)null).FirstOrDefault(number => number is not null);
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

    /// <summary>The last date of what is done, not after the review; left out while the plan holds.</summary>
    /// <example>2027-02-01</example>
    public DateOnly? Until { get; init; }

    /// <summary>What the young person says about this one, in their own words beside the caseworker's; at most 1,000 characters, and left out where they say nothing.</summary>
    /// <example>I do not like the underpass.</example>
    [StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? YoungPersonsWords { get; init; }
}
