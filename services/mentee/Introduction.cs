using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>
/// A match as this service remembers it, to know which mentor may read a young person's first name and goals: from approval until the ending, but not
/// while contact is paused. Facts may come in any order, so an ending that was heard stays, also when the approval comes after it, and of pauses and resumptions the
/// latest counts.
/// </summary>
public sealed class Introduction
{
    /// <summary>The match.</summary>
    public required MatchId Match { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId Mentee { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId Mentor { get; init; }

    /// <summary>When the match was approved, UTC; null when only its ending was heard.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>When the match ended, UTC; null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When contact between the two was last paused, UTC; null when it never was.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>When contact was last resumed, UTC; null when it never was. It is paused unless this is later than the pause.</summary>
    public DateTimeOffset? ResumedAt { get; init; }
}
