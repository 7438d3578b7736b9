namespace Mentoring.Matching;

/// <summary>
/// In a usual week there is a stretch, an hour under the first policy, when both are free, beginning on a quarter-hour as sessions do.
/// Reason: without it no session can be booked.
/// </summary>
public static class TimeRule
{
    /// <summary>Null when there is such a stretch.</summary>
    public static Obstacle? Of(Pair pair) =>
        pair.Mentor.Availability is null ? new("time", "This mentor has not said yet when they are free.") :
        pair.CommonDays.Count == 0 ? new("time", $"There is no stretch of {pair.Policy.Rules.CommonMinutes} minutes a week when both are free.") : null;
}
