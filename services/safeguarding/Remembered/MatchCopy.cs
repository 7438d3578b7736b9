using Mentoring.Shared;

namespace Mentoring.Safeguarding;

/// <summary>Who was matched with whom. Kept after the end: a worry about a former mentor is a worry too.</summary>
public sealed class MatchCopy
{
    /// <summary>The match.</summary>
    public required MatchId Id { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>When it was approved, UTC.</summary>
    public required DateTimeOffset ApprovedAt { get; init; }
}
