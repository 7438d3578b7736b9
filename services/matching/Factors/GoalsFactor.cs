namespace Mentoring.Matching;

/// <summary>
/// What the young person wants to work on, weighted by how they ranked it: the most wanted first. Reason: a mentor is there for their barriers
/// first. Source: Christensen and others 2020, a meta-analysis in which mentoring that was aimed at something a young person wanted to change
/// did about twice as much as mentoring without an aim ("Non-specific versus targeted approaches to youth mentoring", Journal of Youth and Adolescence 49).
/// </summary>
public static class GoalsFactor
{
    /// <summary>The name of the factor.</summary>
    public const string Name = "goals";

    /// <summary>Points for each of the first goal areas that the mentor can help with.</summary>
    public static Factor Of(Pair pair)
    {
        var weights = pair.Policy.Weights.Goals;
        var met = pair.Mentee.GoalAreas.Distinct()
            .Select((area, place) => (Area: area, Points: place < weights.Count ? weights[place] : 0))
            .Where(g => pair.Offer.GoalAreas.Contains(g.Area)).ToArray();
        var words = met.Select(g => g.Area).ToArray();
        return new()
        {
            Name = Name,
            Points = met.Sum(g => g.Points),
            Most = weights.Sum(),
            Words = words,
            Reason = met.Length == 0
                ? "Has not offered help with any of the young person's goal areas."
                : $"Can help with {Words.And(met.Select(g => $"{Words.Of(g.Area)} ({g.Points})"))}.",
            ToMentee = met.Length == 0 ? null : $"They can help you with {Words.And(words)}.",
            ToMentor = met.Length == 0 ? null : "You can help with something they want to work on.",
        };
    }
}
