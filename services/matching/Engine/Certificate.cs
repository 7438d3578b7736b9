namespace Mentoring.Matching.Engine;

/// <summary>
/// Why no other plan is better: numbers that <see cref="CertificateChecker"/> verifies without knowing how they were found.
/// <para>
/// Count: every possible pair has a mentor who is scarce or a mentee who does not compete for scarce places. So no plan can have more
/// matches than there are such mentees and scarce places together. Those mentees and mentors are a cover.
/// </para>
/// <para>
/// Total: prices, such that no pair scores more than its two prices together. So no plan can have a total above the sum of all
/// prices, and a plan that reaches the sum is one of the best. A price also says what one more would bring: see <see cref="Gaps"/>.
/// </para>
/// </summary>
public sealed class Certificate
{
    /// <summary>By mentee: whether it knows scarce mentors only and may stay without.</summary>
    public required IReadOnlyList<bool> CompetingMentees { get; init; }

    /// <summary>By mentor: whether all its places are needed in every plan that matches as many as can be.</summary>
    public required IReadOnlyList<bool> ScarceMentors { get; init; }

    /// <summary>By partner: whether its limit is used up in every plan that matches as many as can be. Empty without limits.</summary>
    public IReadOnlyList<bool> ScarcePartners { get; init; } = [];

    /// <summary>By mentee: what its match is worth to it over and above the mentor's price.</summary>
    public required IReadOnlyList<long> MenteePrices { get; init; }

    /// <summary>By mentor: what one of its places is worth.</summary>
    public required IReadOnlyList<long> MentorPrices { get; init; }

    /// <summary>By partner: what one more within its limit would be worth. Empty without limits.</summary>
    public IReadOnlyList<long> PartnerPrices { get; init; } = [];

    /// <summary>Where the worst match was raised first: why it cannot be raised further without matching fewer.</summary>
    public FloorProof? Floor { get; init; }
}

/// <summary>Why fewer could be matched if every match had to score more than the worst of the plan: a cover, as in <see cref="Certificate"/>.</summary>
/// <param name="CompetingMentees">By mentee: whether all its pairs above the worst score are with scarce mentors.</param>
/// <param name="ScarceMentors">By mentor: whether it is scarce when only pairs above the worst score count.</param>
/// <param name="ScarcePartners">By partner: whether its limit is used up then. Empty without limits.</param>
public sealed record FloorProof(IReadOnlyList<bool> CompetingMentees, IReadOnlyList<bool> ScarceMentors, IReadOnlyList<bool> ScarcePartners);
