namespace Mentoring.Matching;

/// <summary>
/// What both like. Source: pairs matched by shared interests did better in a meta-analysis of 73 programmes (DuBois and others 2011, "How
/// effective are mentoring programs for youth?", Psychological Science in the Public Interest 12).
/// </summary>
public static class InterestsFactor
{
    /// <summary>The name of the factor.</summary>
    public const string Name = "interests";

    /// <summary>Points for each interest both have.</summary>
    public static Factor Of(Pair pair)
    {
        var weights = pair.Policy.Weights;
        string[] shared = Words.Both(pair.Mentee.Interests, pair.Offer.Interests);
        return new()
        {
            Name = Name,
            Points = Math.Min(shared.Length * weights.Interest, weights.InterestsMost),
            Most = weights.InterestsMost,
            Words = shared,
            Reason = shared.Length == 0 ? "No interest in common." : $"Both like {Words.And(shared)}.",
            ToMentee = shared.Length == 0 ? null : $"You both like {Words.And(shared)}.",
            ToMentor = shared.Length == 0 ? null : "You like some of the same things.",
        };
    }
}
