namespace Mentoring.Mentees;

/// <summary>What each named constraint means in words.</summary>
internal static class Sentences
{
    public static IReadOnlyDictionary<string, string> OfConstraints { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["pk_covers"] = "Your cover was arranged a moment ago, perhaps in another window. Look at it, then change it if you want to.",
        ["ck_covers_days"] = "The last day of the cover is before the first.",
        ["pk_consents"] = "Your answer is already with us.",
        ["pk_risk_assessments"] = "Somebody else changed the safety plan a moment ago. Read it again, then change it if you still want to.",
    };
}
