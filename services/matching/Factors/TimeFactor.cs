namespace Mentoring.Matching;

/// <summary>
/// On how many days of a usual week both are free for long enough. Reason: a pair with more days to choose from keeps meeting when a week
/// goes wrong. One such day is a rule (<see cref="TimeRule"/>); each day gives points.
/// </summary>
public static class TimeFactor
{
    /// <summary>The name of the factor.</summary>
    public const string Name = "time";

    /// <summary>Points for each common day.</summary>
    public static Factor Of(Pair pair)
    {
        string[] days = [.. pair.CommonDays.Select(d => d.ToString())];
        return new()
        {
            Name = Name,
            Points = Math.Min(days.Length * pair.Policy.Weights.CommonDay, pair.Policy.Weights.CommonDaysMost),
            Most = pair.Policy.Weights.CommonDaysMost,
            Words = days,
            Reason = days.Length == 0 ? "No common day." : $"Both are free for {pair.Policy.Rules.CommonMinutes} minutes or more on {Words.And(days)}.",
            ToMentee = days.Length == 0 ? null : $"You are both free on {Words.And(days)}.",
            ToMentor = days.Length == 0 ? null : "You are both free at some of the same times.",
        };
    }
}
