namespace Mentoring.Matching;

/// <summary>
/// A mentor for a young person with a score, the reason factor by factor, and what was not used. Kept on the offer as it was, with the
/// version of the policy, so that a decision can be explained later. Three people read it, each their own part: the caseworker all of it, the young
/// person <see cref="ForMentee"/>, the mentor <see cref="ForMentor"/>.
/// </summary>
public sealed record Suggestion
{
    /// <summary>The policy it was made with.</summary>
    /// <example>1</example>
    public required int PolicyVersion { get; init; }

    /// <summary>The sum of the factors' points; 100 at the most.</summary>
    /// <example>57</example>
    public required int Score { get; init; }

    /// <summary>Where the score comes from. The points add up to it exactly.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }

    /// <summary>How the two can meet: <c>in-person</c>, <c>online</c> or both.</summary>
    public required IReadOnlyList<string> WaysToMeet { get; init; }

    /// <summary>What was not used, in sentences: never used under this policy, asked not to be used, or not known of these two.</summary>
    public required IReadOnlyList<string> NotUsed { get; init; }

    /// <summary>The reasons as the young person reads them: plain words, no points.</summary>
    public IReadOnlyList<string> ForMentee => [.. Factors.Select(f => f.ToMentee).OfType<string>()];

    /// <summary>The reasons as the mentor reads them: nothing of the young person that they may not see yet, no points.</summary>
    public IReadOnlyList<string> ForMentor => [.. Factors.Select(f => f.ToMentor).OfType<string>()];
}

/// <summary>One part of a score.</summary>
public sealed record Factor
{
    /// <summary>Which: <c>goals</c>, <c>preferences</c>, <c>interests</c>, <c>dislikes</c>, <c>talk-styles</c>, <c>hopes</c>, <c>near</c>, <c>time</c>, <c>languages</c> or <c>waiting</c>.</summary>
    /// <example>goals</example>
    public required string Name { get; init; }

    /// <summary>The points it gives; less than zero only for dislikes.</summary>
    /// <example>30</example>
    public required int Points { get; init; }

    /// <summary>The most points it could give under the policy.</summary>
    /// <example>35</example>
    public required int Most { get; init; }

    /// <summary>The words it rests on, from the shared vocabulary (days of the week for <c>time</c>).</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The reason, for the caseworker.</summary>
    /// <example>Can help with money (20) and work (10).</example>
    public required string Reason { get; init; }

    /// <summary>The reason in the young person's words; null when it says nothing to them.</summary>
    /// <example>They can help you with money and work.</example>
    public string? ToMentee { get; init; }

    /// <summary>The reason as the mentor may read it before they know who it is; null when there is nothing they may know.</summary>
    /// <example>You can help with something they want to work on.</example>
    public string? ToMentor { get; init; }
}
