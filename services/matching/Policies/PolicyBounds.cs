namespace Mentoring.Matching;

/// <summary>Something wrong in a draft.</summary>
/// <param name="Member">Where: <c>weights.goals</c>.</param>
/// <param name="Sentence">What, and what to do.</param>
public sealed record OutOfBounds(string Member, string Sentence);

/// <summary>
/// What the numbers of a policy can be. The whole is always 100 points, so that more for one thing is visibly less for another, and so
/// that points mean the same under every version. Nothing can be added to what is scored here: ethnicity, health and care history have no
/// number in a policy, because they are never used unless the young person asks.
/// </summary>
public static class PolicyBounds
{
    /// <summary>What a perfect pair that has waited longest gets.</summary>
    public const int Whole = 100;

    private const int MostGoals = 5;

    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    public static IReadOnlyList<OutOfBounds> Of(PolicyWeights weights, PolicyRules rules)
    {
        var wrong = new List<OutOfBounds>();
        if (weights.Goals.Count is 0 or > MostGoals) wrong.Add(new("weights.goals", $"Give points for 1 to {MostGoals} goal areas."));
        foreach (var line in PolicyLines.Of(weights, rules))
        {
            var (least, most) = Range(line.Member);
            if (line.Value < least || line.Value > most) wrong.Add(new(line.Member, $"“{line.Says}” must be a number from {least} to {most}."));
        }

        if (wrong.Count > 0) return wrong;
        for (var place = 1; place < weights.Goals.Count; place++)
            if (weights.Goals[place] > weights.Goals[place - 1]) wrong.Add(new($"weights.goals[{place}]", "What the young person wants more cannot count less than what they want after it."));
        AtLeast(weights.PreferencesMost, weights.Preference, "weights.preferencesMost");
        AtLeast(weights.InterestsMost, weights.Interest, "weights.interestsMost");
        AtLeast(weights.SharedDislikesMost, weights.SharedDislike, "weights.sharedDislikesMost");
        AtLeast(weights.ClashesMost, weights.Clash, "weights.clashesMost");
        AtLeast(weights.TalkStylesMost, weights.TalkStyle, "weights.talkStylesMost");
        AtLeast(weights.CommonDaysMost, weights.CommonDay, "weights.commonDaysMost");
        AtLeast(weights.LanguagesMost, weights.Language, "weights.languagesMost");
        if (weights.SameArea > weights.SameDistrict) wrong.Add(new("weights.sameDistrict", "The same district is nearer than the same area, so it cannot count less."));
        if (rules.CommonMinutes % FreeWeek.Quarter != 0) wrong.Add(new("rules.commonMinutes", "Sessions begin on a quarter of an hour. Give 30, 45, 60 minutes and so on."));
        var whole = PolicyLines.Mosts(weights).Sum(m => m.Most);
        if (whole != Whole) wrong.Add(new("weights", $"The most points of all questions together must be {Whole}. They are {whole}: {(whole > Whole ? $"take {whole - Whole} away" : $"add {Whole - whole}")}."));
        return wrong;

        void AtLeast(int most, int one, string member)
        {
            if (most < one) wrong.Add(new(member, "The most points cannot be less than the points for one."));
        }
    }

    private static (int Least, int Most) Range(string member) => member switch
    {
        "weights.waitingDays" => (1, 365),
        "rules.commonMinutes" => (30, 180),
        "rules.mostOffers" => (1, 3),
        "rules.earlierNoHoldsDays" => (0, 730),
        "rules.bufferDays" => (0, 90),
        "rules.yearsOlder" => (0, 20),
        _ => (0, 50),
    };
}
