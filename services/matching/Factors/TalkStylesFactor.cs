namespace Mentoring.Matching;

/// <summary>
/// How both like to talk: walking, doing things, by message first, straight or gently. Reason: it decides how the first hour feels;
/// there is no study to lean on, so the points are few.
/// </summary>
public static class TalkStylesFactor
{
    /// <summary>The name of the factor.</summary>
    public const string Name = "talk-styles";

    /// <summary>Points for each way of talking both like.</summary>
    public static Factor Of(Pair pair)
    {
        var weights = pair.Policy.Weights;
        string[] shared = Words.Both(pair.Mentee.TalkStyles, pair.Offer.TalkStyles);
        return new()
        {
            Name = Name,
            Points = Math.Min(shared.Length * weights.TalkStyle, weights.TalkStylesMost),
            Most = weights.TalkStylesMost,
            Words = shared,
            Reason = shared.Length == 0 ? "They like to talk in different ways." : $"Both like to {Words.And(shared)}.",
            ToMentee = shared.Length == 0 ? null : $"You both like to {Words.And(shared)}.",
            ToMentor = shared.Length == 0 ? null : "You like to talk in a similar way.",
        };
    }
}
