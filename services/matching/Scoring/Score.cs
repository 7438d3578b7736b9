namespace Mentoring.Matching;

/// <summary>A mentor for a young person with a score, the reason factor by factor, and what was not used. Kept on the offer as it was.</summary>
public sealed record Suggestion
{
    /// <summary>The policy it was made with.</summary>
    /// <example>1</example>
    public required int PolicyVersion { get; init; }

    /// <summary>The sum of the factors' points; 100 at the most.</summary>
    /// <example>57</example>
    public required int Score { get; init; }

    /// <summary>Where the score comes from. The points add up to it exactly.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }

    /// <summary>How the two can meet: <c>in-person</c>, <c>online</c> or both.</summary>
    public required IReadOnlyList<string> WaysToMeet { get; init; }

    /// <summary>What was not used, in sentences: never used under this policy, or not known of these two.</summary>
    public required IReadOnlyList<string> NotUsed { get; init; }
}

/// <summary>One part of a score.</summary>
public sealed record Factor
{
    /// <summary>Which: <c>goals</c>, <c>preferences</c>, <c>interests</c>, <c>talk-styles</c>, <c>near</c>, <c>time</c>, <c>languages</c> or <c>dislikes</c>.</summary>
    /// <example>goals</example>
    public required string Name { get; init; }

    /// <summary>The points it gives; less than zero only for dislikes.</summary>
    /// <example>36</example>
    public required int Points { get; init; }

    /// <summary>The most points it could give under the policy.</summary>
    /// <example>42</example>
    public required int Most { get; init; }

    /// <summary>The words it rests on, from the shared vocabulary (days of the week for <c>time</c>).</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The reason, for the caseworker.</summary>
    /// <example>Can help with money (24) and work (12).</example>
    public required string Reason { get; init; }
}

/// <summary>A first honest score: a sum of whole-number factors, each with its reason.</summary>
public static class Score
{
    /// <summary>Scores a pair that <see cref="Eligibility"/> finds possible.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="mentee">What the young person looks for.</param>
    /// <param name="mentor">What the mentor offers.</param>
    /// <param name="week">When the mentor is free.</param>
    /// <param name="now">Now, for weeks in different zones.</param>
    public static Suggestion Of(MatchingPolicy policy, MenteeProfile mentee, MentorProfile mentor, UsualWeek week, DateTimeOffset now)
    {
        var weights = policy.Weights;
        var ways = Eligibility.WaysToMeet(mentee, mentor);
        Factor[] factors =
        [
            Goals(weights, mentee, mentor),
            Preferences(weights, mentee, mentor),
            Shared("interests", mentee.Interests.Intersect(mentor.Interests), weights.Interest, weights.InterestsMost, "Both like", "No interest in common."),
            Shared("talk-styles", mentee.TalkStyles.Intersect(mentor.TalkStyles), weights.TalkStyle, weights.TalkStylesMost, "Both like to", "They like to talk in different ways."),
            Near(weights, mentee, mentor, ways),
            Time(weights, CommonTime.Of(mentee.Availability, week, now)),
            Languages(weights, [.. mentee.Languages.Intersect(mentor.Languages)]),
            Dislikes(weights, [.. mentor.Interests.Intersect(mentee.Dislikes).Union(mentee.Interests.Intersect(mentor.Dislikes))]),
        ];
        return new()
        {
            PolicyVersion = policy.Version,
            Score = factors.Sum(f => f.Points),
            Factors = factors,
            WaysToMeet = ways,
            NotUsed = [.. policy.NotUsed, .. NotKnown(mentee, mentor)],
        };
    }

    private static Factor Goals(PolicyWeights weights, MenteeProfile mentee, MentorProfile mentor)
    {
        var met = mentee.GoalAreas.Distinct()
            .Select((area, place) => (Area: area, Points: place < weights.Goals.Count ? weights.Goals[place] : 0))
            .Where(g => mentor.GoalAreas.Contains(g.Area))
            .ToArray();
        return new()
        {
            Name = "goals",
            Points = met.Sum(g => g.Points),
            Most = weights.Goals.Sum(),
            Words = [.. met.Select(g => g.Area)],
            Reason = met.Length == 0
                ? "Has not offered help with any of the young person's goal areas."
                : $"Can help with {Words.And(met.Select(g => $"{Words.Of(g.Area)} ({g.Points})"))}.",
        };
    }

    private static Factor Preferences(PolicyWeights weights, MenteeProfile mentee, MentorProfile mentor)
    {
        string[] asked = [.. mentee.Preferences.Where(p => p.Strength == "prefer").Select(p => p.Trait).Distinct()];
        return Shared(
            "preferences", asked.Intersect(mentor.Traits), weights.Preference, weights.PreferencesMost, "As the young person would prefer:",
            asked.Length == 0 ? "The young person has no wishes about this." : "None of what the young person would prefer.");
    }

    private static Factor Near(PolicyWeights weights, MenteeProfile mentee, MentorProfile mentor, IReadOnlyList<string> ways)
    {
        var inPerson = ways.Contains("in-person");
        var sameDistrict = inPerson && string.Equals(mentee.OutwardPostcode?.Trim(), mentor.OutwardPostcode?.Trim(), StringComparison.OrdinalIgnoreCase);
        return new()
        {
            Name = "near",
            Points = sameDistrict ? weights.SameDistrict : inPerson ? weights.SameArea : 0,
            Most = weights.SameDistrict,
            Words = [],
            Reason = sameDistrict ? "Both can meet in person in the same postcode district." : inPerson ? "Both can meet in person in the same postcode area." : "They would meet online.",
        };
    }

    private static Factor Time(PolicyWeights weights, CommonTime time)
    {
        var hours = time.Minutes / 60;
        return new()
        {
            Name = "time",
            Points = Math.Min(hours * weights.CommonHour, weights.CommonHoursMost),
            Most = weights.CommonHoursMost,
            Words = [.. time.Days.Select(d => d.ToString())],
            Reason = $"Both are free for {time.Minutes / 60} h {time.Minutes % 60} min a week, on {Words.And(time.Days.Select(d => d.ToString()))}.",
        };
    }

    // The language they must share is a rule and gives no points; each further one does.
    private static Factor Languages(PolicyWeights weights, string[] shared) => new()
    {
        Name = "languages",
        Points = Math.Clamp((shared.Length - 1) * weights.Language, 0, weights.LanguagesMost),
        Most = weights.LanguagesMost,
        Words = shared,
        Reason = shared.Length > 1 ? $"Both speak {Words.And(shared)}." : $"Both speak {Words.And(shared)}, which every pair must have; no points for one language.",
    };

    private static Factor Dislikes(PolicyWeights weights, string[] apart) => new()
    {
        Name = "dislikes",
        Points = -Math.Min(apart.Length * weights.Dislike, weights.DislikesMost),
        Most = 0,
        Words = apart,
        Reason = apart.Length == 0 ? "Nothing that one likes and the other would rather not do." : $"One likes and the other would rather not do: {Words.And(apart)}.",
    };

    private static Factor Shared(string name, IEnumerable<string> shared, int each, int most, string because, string none)
    {
        string[] words = [.. shared];
        return new()
        {
            Name = name,
            Points = Math.Min(words.Length * each, most),
            Most = most,
            Words = words,
            Reason = words.Length == 0 ? none : $"{because} {Words.And(words)}.",
        };
    }

    private static IEnumerable<string> NotKnown(MenteeProfile mentee, MentorProfile mentor)
    {
        if (mentee.GoalAreas.Count == 0) yield return "Not known: what the young person wants to work on.";
        if (mentee.Interests.Count == 0) yield return "Not known: what the young person likes.";
        if (mentor.Interests.Count == 0) yield return "Not known: what the mentor likes.";
        if (mentee.TalkStyles.Count == 0) yield return "Not known: how the young person likes to talk.";
        if (mentor.TalkStyles.Count == 0) yield return "Not known: how the mentor likes to talk.";
        string[] notSaid = [.. mentee.Preferences.Where(p => p.Strength != "must" && !mentor.Traits.Contains(p.Trait)).Select(p => p.Trait).Distinct()];
        if (notSaid.Length > 0) yield return $"Not known, because the mentor has not said it: {Words.And(notSaid)}.";
    }
}
