using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>A young person would like to know more before they decide.</summary>
public sealed record Question
{
    /// <summary>When they asked, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>What they want to know, in their own words; null when they only want to talk.</summary>
    public required string? Words { get; init; }

    /// <summary>When the caseworker had talked with them about it, UTC; null while it is open.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The caseworker who did.</summary>
    public CaseworkerId? AnsweredBy { get; init; }

    /// <summary>What was said, for the young person to read again; null when nothing was written down.</summary>
    public string? Answer { get; init; }
}
