namespace Mentoring.Matching;

/// <summary>
/// A mentor is offered only while every check their role needs is passed and in date, and only once their profile is known.
/// Source: Working Together to Safeguard Children 2023 (safer recruitment in organisations that work with children); Elements of Effective
/// Practice for Mentoring, standard 2 (screening). The clearance itself is decided in the mentor service.
/// </summary>
public static class ClearanceRule
{
    /// <summary>Why the mentor is not cleared today; null when they are.</summary>
    public static Obstacle? Of(Pair pair) =>
        pair.Mentor.WhyNotCleared(pair.Today) is { } why ? new("clearance", why) :
        pair.Mentor.Profile is null ? new("profile", "This mentor's profile has not arrived here yet.") : null;
}
