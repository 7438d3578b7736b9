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
        [MatchingPolicyMapping.Version] = "Another version of the policy was adopted a moment ago. Read it again.",
        [MatchingPolicyMapping.OneInForce] = "Another version of the policy was adopted a moment ago. Read it again.",
        [SteeringMemberMapping.OnceAtATime] = "They were added to the steering group a moment ago. Read it again.",
        [PolicyVoteMapping.One] = "Your vote was taken a moment ago. Read it again.",
        [MatchMapping.OneOpenMatch] = "This young person has said yes to a mentor already. One match at a time.",
    };
}
