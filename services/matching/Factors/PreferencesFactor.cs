namespace Mentoring.Matching;

/// <summary>
/// What the young person would like a mentor to be, short of a must: their gender, faith, heritage, care history, kind of work. Used only where
/// the young person asks and the mentor has said so. Evidence that matching on such traits helps is thin and mixed (Raposa and others 2019 found
/// longer matches with shared ethnicity in one American programme; they are never used unasked here), so it is theirs to weigh.
/// </summary>
public static class PreferencesFactor
{
    /// <summary>The name of the factor.</summary>
    public const string Name = "preferences";

    /// <summary>Points for each wish that is met.</summary>
    public static Factor Of(Pair pair)
    {
        var weights = pair.Policy.Weights;
        string[] asked = [.. pair.Mentee.Preferences.Where(p => p.Strength == "prefer").Select(p => p.Trait).Distinct()];
        string[] met = [.. asked.Where(pair.Offer.Is)];
        return new()
        {
            Name = Name,
            Points = Math.Min(met.Length * weights.Preference, weights.PreferencesMost),
            Most = weights.PreferencesMost,
            Words = met,
            Reason = met.Length > 0 ? $"As the young person would prefer: {Words.Wishes(met)}."
                : asked.Length > 0 ? "None of what the young person would prefer." : "The young person has no wishes about this.",
            ToMentee = met.Length > 0 ? "They fit what you asked for." : null,
        };
    }
}
