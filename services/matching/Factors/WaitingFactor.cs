namespace Mentoring.Matching;

/// <summary>
/// How long the young person has waited: since the referral, or since their last match ended. The same for every mentor, so it never changes the
/// order of a shortlist; where a mentor could be matched with one of several young people it counts for those who have waited. Reason: nobody
/// waits for ever because others are easier to match.
/// </summary>
public static class WaitingFactor
{
    /// <summary>The name of the factor.</summary>
    public const string Name = "waiting";

    /// <summary>A point for each full stretch of days, up to a most.</summary>
    public static Factor Of(Pair pair)
    {
        var weights = pair.Policy.Weights;
        var days = Days(pair.Mentee, pair.History.LastEnded, pair.Today);
        return new()
        {
            Name = Name,
            Points = Points(weights, days),
            Most = weights.WaitingMost,
            Words = [],
            Reason = days is null ? "It is not known since when the young person has waited." : $"The young person has waited for {days / 7} {(days / 7 == 1 ? "week" : "weeks")}.",
        };
    }

    /// <summary>For how many days a young person has waited; null when it is not known.</summary>
    public static int? Days(MenteeProfile mentee, DateOnly? lastEnded, DateOnly today)
    {
        var since = mentee.WaitingSince > lastEnded || lastEnded is null ? mentee.WaitingSince : lastEnded;
        return since is { } day ? Math.Max(0, today.DayNumber - day.DayNumber) : null;
    }

    /// <summary>The points for some days.</summary>
    public static int Points(PolicyWeights weights, int? days) => Math.Min((days ?? 0) / weights.WaitingDays, weights.WaitingMost);
}
