namespace Mentoring.Matching;

/// <summary>
/// Languages both speak beyond the one they must share. Reason: some things are easier to say in the language of home.
/// </summary>
public static class LanguagesFactor
{
    /// <summary>The name of the factor.</summary>
    public const string Name = "languages";

    /// <summary>Points for each further language.</summary>
    public static Factor Of(Pair pair)
    {
        var weights = pair.Policy.Weights;
        string[] shared = Words.Both(pair.Mentee.Languages, pair.Offer.Languages);
        return new()
        {
            Name = Name,
            Points = Math.Clamp((shared.Length - 1) * weights.Language, 0, weights.LanguagesMost),
            Most = weights.LanguagesMost,
            Words = shared,
            Reason = shared.Length > 1 ? $"Both speak {Words.And(shared)}." : $"Both speak {Words.And(shared)}, which every pair must have; no points for one language.",
            ToMentee = shared.Length == 0 ? null : $"You both speak {Words.And(shared)}.",
        };
    }
}
