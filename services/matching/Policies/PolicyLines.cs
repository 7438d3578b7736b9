namespace Mentoring.Matching;

/// <summary>One number of a policy.</summary>
/// <param name="Factor">What it is about: the name of a factor, or <c>rules</c>.</param>
/// <param name="Member">Where it stands in a policy: <c>weights.preference</c>.</param>
/// <param name="Says">What it means, in plain words.</param>
/// <param name="Value">The number.</param>
public sealed record PolicyLine(string Factor, string Member, string Says, int Value);

/// <summary>A policy as a list of numbers, each with its meaning. What is compared, checked and shown is this list.</summary>
public static class PolicyLines
{
    /// <summary>What the lines are called that score nothing.</summary>
    public const string Rules = "rules";

    private static readonly string[] Places = ["most", "second most", "third most", "fourth most", "fifth most"];

    /// <summary>Every number, the factors in the order of a suggestion and then the rules.</summary>
    public static IReadOnlyList<PolicyLine> Of(PolicyWeights weights, PolicyRules rules) =>
    [
        .. weights.Goals.Select((points, place) => new PolicyLine(GoalsFactor.Name, $"weights.goals[{place}]", $"Points when the mentor can help with what the young person wants {Places[Math.Min(place, 4)]}", points)),
        new(PreferencesFactor.Name, "weights.preference", "Points for each wish about a mentor that is met", weights.Preference),
        new(PreferencesFactor.Name, "weights.preferencesMost", "Most points for wishes", weights.PreferencesMost),
        new(InterestsFactor.Name, "weights.interest", "Points for each thing both like", weights.Interest),
        new(InterestsFactor.Name, "weights.interestsMost", "Most points for what both like", weights.InterestsMost),
        new(DislikesFactor.Name, "weights.sharedDislike", "Points for each thing both would rather not do", weights.SharedDislike),
        new(DislikesFactor.Name, "weights.sharedDislikesMost", "Most points for what both would rather not do", weights.SharedDislikesMost),
        new(DislikesFactor.Name, "weights.clash", "Points off for each thing one likes and the other would rather not do", weights.Clash),
        new(DislikesFactor.Name, "weights.clashesMost", "Most points off for such things", weights.ClashesMost),
        new(TalkStylesFactor.Name, "weights.talkStyle", "Points for each way of talking both like", weights.TalkStyle),
        new(TalkStylesFactor.Name, "weights.talkStylesMost", "Most points for ways of talking", weights.TalkStylesMost),
        new(HopesFactor.Name, "weights.hope", "Points when the mentor works where the young person hopes to", weights.Hope),
        new(NearFactor.Name, "weights.sameDistrict", "Points for meeting in the same postcode district, such as LE2", weights.SameDistrict),
        new(NearFactor.Name, "weights.sameArea", "Points for meeting in the same postcode area, such as LE", weights.SameArea),
        new(TimeFactor.Name, "weights.commonDay", "Points for each day of the week both are free", weights.CommonDay),
        new(TimeFactor.Name, "weights.commonDaysMost", "Most points for days", weights.CommonDaysMost),
        new(LanguagesFactor.Name, "weights.language", "Points for each further language both speak", weights.Language),
        new(LanguagesFactor.Name, "weights.languagesMost", "Most points for languages", weights.LanguagesMost),
        new(WaitingFactor.Name, "weights.waitingDays", "Days of waiting that give one point", weights.WaitingDays),
        new(WaitingFactor.Name, "weights.waitingMost", "Most points for waiting", weights.WaitingMost),
        new(Rules, "rules.commonMinutes", "Minutes a week both must be free at a stretch", rules.CommonMinutes),
        new(Rules, "rules.mostOffers", "Offers a young person can have open at once", rules.MostOffers),
        new(Rules, "rules.earlierNoHoldsDays", "Days for which a no keeps the same two apart", rules.EarlierNoHoldsDays),
        new(Rules, "rules.bufferDays", "Days between the end of a match and a new offer", rules.BufferDays),
        new(Rules, "rules.yearsOlder", "Years a mentor must be older", rules.YearsOlder),
    ];

    /// <summary>The most points each factor can give, in the order of a suggestion.</summary>
    public static IReadOnlyList<(string Factor, int Most)> Mosts(PolicyWeights weights) =>
    [
        (GoalsFactor.Name, weights.Goals.Sum()), (PreferencesFactor.Name, weights.PreferencesMost), (InterestsFactor.Name, weights.InterestsMost),
        (DislikesFactor.Name, weights.SharedDislikesMost), (TalkStylesFactor.Name, weights.TalkStylesMost), (HopesFactor.Name, weights.Hope), (NearFactor.Name, weights.SameDistrict),
        (TimeFactor.Name, weights.CommonDaysMost), (LanguagesFactor.Name, weights.LanguagesMost), (WaitingFactor.Name, weights.WaitingMost),
    ];

    /// <summary>Whether two policies say the same.</summary>
    public static bool Same(PolicyWeights weights, PolicyRules rules, PolicyWeights otherWeights, PolicyRules otherRules) =>
        Of(weights, rules).SequenceEqual(Of(otherWeights, otherRules));
}
