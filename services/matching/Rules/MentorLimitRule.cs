namespace Mentoring.Matching;

/// <summary>
/// A mentor may say what they cannot help with. They are not offered to a young person for whom it is among what matters most: the goal areas
/// that the policy gives points to. Reason: it protects both; a mentor who has just lost somebody cannot carry another's grief.
/// </summary>
public static class MentorLimitRule
{
    /// <summary>Why the mentor cannot help with what matters most; null when they can.</summary>
    public static Obstacle? Of(Pair pair)
    {
        string[] limits = [.. pair.Mentee.GoalAreas.Distinct().Take(pair.Policy.Weights.Goals.Count).Intersect(pair.Offer.CannotHelpWith)];
        return limits.Length == 0 ? null : new("mentor-limit", $"This mentor cannot help with {Words.And(limits)}, which matters most to the young person.");
    }
}
