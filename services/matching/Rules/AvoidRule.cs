namespace Mentoring.Matching;

/// <summary>
/// Whatever the young person asked to be spared, the mentor has not said of themselves and does not work in. Reason: as for <see cref="MustRule"/>.
/// </summary>
public static class AvoidRule
{
    /// <summary>What the mentor is of what the young person asked to be spared; null when nothing.</summary>
    public static Obstacle? Of(MenteeProfile mentee, MentorProfile mentor)
    {
        string[] met = [.. mentee.Preferences.Where(p => p.Strength == "avoid" && mentor.Is(p.Trait)).Select(p => p.Trait).Distinct()];
        return met.Length == 0 ? null : new("avoid", $"The young person asked not to have a mentor who is {Words.Wishes(met)}.");
    }
}
