namespace Mentoring.Contracts.Matching;

/// <summary>Told by the matching service when a caseworker offers a mentor to a young person. From here the young person may see the mentor's introduction.</summary>
[HeardBy("mentor")]
public sealed record MatchOffered
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the matching service when the young person says yes. Their word decides: no match goes on without it.</summary>
[HeardBy]
public sealed record MatchAgreedByMentee
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the matching service when the mentor says yes too.</summary>
[HeardBy]
public sealed record MatchAgreedByMentor
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the matching service when the young person or the mentor says no.</summary>
[HeardBy("mentor")]
public sealed record MatchDeclined
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>A word from <see cref="Vocabulary.Voices"/>: whose no it was.</summary>
    public required string By { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the matching service when an offer is withdrawn before approval: by the caseworker, because another mentor was chosen, or because one side is no longer free.</summary>
[HeardBy("mentor")]
public sealed record MatchRejected
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the matching service when the caseworker approves. From here the mentor may see the young person's first name and goals.</summary>
[HeardBy("mentee", "mentor", "session", "safeguarding")]
public sealed record MatchApproved
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the matching service when the first meeting, with the caseworker, has been held and written down. From here sessions can be booked.</summary>
[HeardBy("session")]
public sealed record MatchActivated
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the matching service when somebody asks to end a match and the closing is being prepared. The last sessions may still be held.</summary>
[HeardBy("session")]
public sealed record MatchEnding
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>A word from <see cref="Vocabulary.EndingKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>A word from <see cref="Vocabulary.Voices"/>: who asked.</summary>
    public required string By { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the matching service when whoever wants a match to end says that somebody in it does not feel safe. From here the two do not meet unless a caseworker lets them. Nothing of what they said is in it.</summary>
[HeardBy("session")]
public sealed record MatchEndsForSafety
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>A word from <see cref="Vocabulary.Voices"/>: who said it.</summary>
    public required string By { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the matching service when a match is over. From here neither side sees the other's record, and what was still booked is cancelled.</summary>
[HeardBy("mentor", "mentee", "session")]
public sealed record MatchEnded
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>A word from <see cref="Vocabulary.EndingKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
