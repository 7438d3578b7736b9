namespace Mentoring.Matching;

/// <summary>
/// The two share a language, British Sign Language among them. Reason: one to one, nobody is there to interpret.
/// </summary>
public static class LanguageRule
{
    /// <summary>Null when they share a language.</summary>
    public static Obstacle? Of(Pair pair) => pair.Mentee.Languages.Intersect(pair.Offer.Languages).Any() ? null : new("language", "They have no language in common.");
}
