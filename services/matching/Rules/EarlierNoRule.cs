namespace Mentoring.Matching;

/// <summary>
/// After a no of either side the same two are not suggested again for a while, half a year under the first policy. Reason: a no is heard.
/// </summary>
public static class EarlierNoRule
{
    /// <summary>Until when a no holds; null when none does.</summary>
    public static Obstacle? Of(Pair pair) => pair.History.LastNo?.AddDays(pair.Policy.Rules.EarlierNoHoldsDays) is { } free && pair.Today < free
        ? new("earlier-no", FormattableString.Invariant($"One of the two said no on {pair.History.LastNo:d MMMM yyyy}. They can be suggested again from {free:d MMMM yyyy}.")) : null;
}
