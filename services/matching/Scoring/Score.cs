namespace Mentoring.Matching;

/// <summary>The score: a sum of whole-number factors, each a file under <c>Factors/</c> with its reason and source.</summary>
public static class Score
{
    private static readonly (string Name, Func<Pair, Factor> Of)[] Factors =
    [
        (GoalsFactor.Name, GoalsFactor.Of), (PreferencesFactor.Name, PreferencesFactor.Of), (InterestsFactor.Name, InterestsFactor.Of), (DislikesFactor.Name, DislikesFactor.Of),
        (TalkStylesFactor.Name, TalkStylesFactor.Of), (HopesFactor.Name, HopesFactor.Of), (NearFactor.Name, NearFactor.Of), (TimeFactor.Name, TimeFactor.Of),
        (LanguagesFactor.Name, LanguagesFactor.Of), (WaitingFactor.Name, WaitingFactor.Of),
    ];

    /// <summary>Scores a pair that <see cref="Eligibility"/> finds possible.</summary>
    public static Suggestion Of(Pair pair)
    {
        Factor[] factors = [.. Factors.Select(f => pair.Mentee.NeverMatchOn.Contains(f.Name) ? LeftOut(f.Of(pair)) : f.Of(pair))];
        return new()
        {
            PolicyVersion = pair.Policy.Version,
            Score = factors.Sum(f => f.Points),
            Factors = factors,
            WaysToMeet = pair.WaysToMeet,
            NotUsed = [.. pair.Policy.NotUsed, .. LeftOut(pair.Mentee), .. NotKnown(pair)],
        };
    }

    /// <summary>Why a mentor is behind another for the same young person, factor by factor, in sentences; empty when nothing tells them apart.</summary>
    public static IReadOnlyList<string> Behind(Suggestion first, Suggestion other) =>
    [
        .. first.Factors.Zip(other.Factors).Where(f => f.First.Points != f.Second.Points)
            .OrderByDescending(f => f.First.Points - f.Second.Points)
            .Select(f => f.First.Points - f.Second.Points is > 0 and var less ? $"{less} less for {Words.Of(f.First.Name)}." : $"{f.Second.Points - f.First.Points} more for {Words.Of(f.First.Name)}."),
    ];

    private static Factor LeftOut(Factor factor) => factor with
    {
        Points = 0,
        Words = [],
        Reason = "Not used: the young person asked never to be matched on this.",
        ToMentee = $"You asked us not to look at {Words.Yours(factor.Name)}. We did not.",
        ToMentor = null,
    };

    private static IEnumerable<string> LeftOut(MenteeProfile mentee) =>
        mentee.NeverMatchOn.Count == 0 ? [] : [$"The young person asked never to be matched on {Words.And(mentee.NeverMatchOn)}."];

    private static IEnumerable<string> NotKnown(Pair pair)
    {
        var (mentee, mentor) = (pair.Mentee, pair.Offer);
        if (mentee.GoalAreas.Count == 0) yield return "Not known: what the young person wants to work on.";
        if (mentee.Interests.Count == 0) yield return "Not known: what the young person likes.";
        if (mentor.Interests.Count == 0) yield return "Not known: what the mentor likes.";
        if (mentee.TalkStyles.Count == 0) yield return "Not known: how the young person likes to talk.";
        if (mentor.TalkStyles.Count == 0) yield return "Not known: how the mentor likes to talk.";
        if (mentee.Hopes.Count == 0) yield return "Not known: where the young person hopes to work or study.";
        if (mentor.Sector is null) yield return "Not known: what kind of work the mentor does.";
        if (mentee.BornIn is null || mentor.BornIn is null) yield return "Not known: how many years are between the two.";
        string[] notSaid = [.. mentee.Preferences.Where(p => p.Strength != "must" && !mentor.Is(p.Trait)).Select(p => p.Trait).Distinct()];
        if (notSaid.Length > 0) yield return $"Not known, because the mentor has not said it: {Words.Wishes(notSaid)}.";
    }
}
