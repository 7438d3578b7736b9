namespace Mentoring.Matching;

/// <summary>What the constraints of this database mean in words, for whoever loses a race.</summary>
internal static class Sentences
{
    /// <summary>Constraint name to sentence.</summary>
    public static IReadOnlyDictionary<string, string> OfConstraints { get; } = new Dictionary<string, string>
    {
        [MatchMapping.Place] = "The last place of this mentor was taken a moment ago. Read the suggestions again.",
        [MatchMapping.OpenPair] = "This mentor is offered to this young person already.",
        [PairMarkMapping.Pair] = "Somebody else decided about these two a moment ago. Read it again.",
        [PairMarkMapping.OnePin] = "Another mentor is pinned to this young person. Take that pin away first.",
        [MatchMapping.OneOpenMatch] = "This young person has said yes to a mentor already. One match at a time.",
    };
}
