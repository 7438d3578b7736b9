namespace Mentoring.Matching;

/// <summary>
/// What both would rather not do gives points; what one likes and the other would rather not do takes some off. Source: among more than 9,000
/// young people in one American programme, a shared dislike of activities went with longer matches than shared or opposite interests did (Raposa,
/// Ben-Eliyahu, Olsho and Rhodes 2019, "Birds of a feather", Journal of Community Psychology 47, doi 10.1002/jcop.22127). That is a
/// correlation from one study, so it counts no more than shared interests.
/// </summary>
public static class DislikesFactor
{
    /// <summary>The name of the factor.</summary>
    public const string Name = "dislikes";

    /// <summary>Points for shared dislikes, less those for clashes.</summary>
    public static Factor Of(Pair pair)
    {
        var (weights, mentee, offer) = (pair.Policy.Weights, pair.Mentee, pair.Offer);
        string[] shared = Words.Both(mentee.Dislikes, offer.Dislikes);
        string[] apart = [.. Words.Both(offer.Interests, mentee.Dislikes), .. Words.Both(mentee.Interests, offer.Dislikes)];
        return new()
        {
            Name = Name,
            Points = Math.Min(shared.Length * weights.SharedDislike, weights.SharedDislikesMost) - Math.Min(apart.Length * weights.Clash, weights.ClashesMost),
            Most = weights.SharedDislikesMost,
            Words = shared,
            Reason = (shared.Length, apart.Length) switch
            {
                (0, 0) => "Nothing that both, or only one of them, would rather not do.",
                (_, 0) => $"Both would rather not do: {Words.And(shared)}.",
                (0, _) => $"One likes and the other would rather not do: {Words.And(apart)}.",
                _ => $"Both would rather not do: {Words.And(shared)}. One likes and the other would rather not do: {Words.And(apart)}.",
            },
            ToMentee = shared.Length == 0 ? null : $"You both would rather not do {Words.And(shared)}.",
            ToMentor = shared.Length == 0 ? null : "You would both rather not do some of the same things.",
        };
    }
}
