namespace Mentoring.Matching;

/// <summary>
/// Whatever the young person must have, the mentor has said of themselves or works in. Reason: they know what makes them feel safe.
/// Source: Elements of Effective Practice for Mentoring, standard 4 (matching by the preferences of the young person). Traits are volunteered by
/// mentors; what is not said does not count as said.
/// </summary>
public static class MustRule
{
    /// <summary>What the mentor has not said of what the young person must have; null when nothing is missing.</summary>
    public static Obstacle? Of(MenteeProfile mentee, MentorProfile mentor)
    {
        string[] missing = [.. mentee.Preferences.Where(p => p.Strength == "must" && !mentor.Is(p.Trait)).Select(p => p.Trait).Distinct()];
        return missing.Length == 0 ? null : new("must", $"The young person asked for a mentor who is {Words.Wishes(missing)}; this mentor has not said so.");
    }
}
