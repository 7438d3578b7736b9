namespace Mentoring.Contracts.Sessions;

/// <summary>Told by the session service when a session is booked.</summary>
[HeardBy("portal")]
public sealed record SessionBooked
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it starts, UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends, UTC.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when a booked session moves to another time.</summary>
[HeardBy("portal")]
public sealed record SessionMoved
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>The new start, UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>The new end, UTC.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when a booked session is called off, by a person, or by the programme because the match ended, the mentor's clearance lapsed or the young person withdrew.</summary>
[HeardBy("portal")]
public sealed record SessionCancelled
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>A word from <see cref="Vocabulary.Voices"/>: who called it off.</summary>
    public required string By { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// Told by the session service when the programme pauses contact between the two of a match: a caseworker or a safeguarding lead does, or somebody does not feel safe. From here neither side
/// sees anything of the other. Why, and who did it, is not in it.
/// </summary>
[HeardBy("matching", "mentee")]
public sealed record ContactPaused
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC. Of a pause and a resumption the later one holds, and of one moment the pause.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when the two of a match may have contact again.</summary>
[HeardBy("matching", "mentee")]
public sealed record ContactResumed
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC; always later than the pause that it ends.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when a booked session is near and one side of it wants to be reminded. Told once for each session, side, kind and time.</summary>
[HeardBy("portal")]
public sealed record SessionReminderDue
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>A word from <see cref="Vocabulary.Voices"/>: who is to be reminded, the young person or the mentor.</summary>
    public required string To { get; init; }

    /// <summary>A word from <see cref="Vocabulary.Reminders"/>: which reminder it is.</summary>
    public required string Kind { get; init; }

    /// <summary>When the session starts, UTC. A session that has moved since is not to be reminded of.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when the first of the two says that a session took place.</summary>
[HeardBy]
public sealed record SessionHeld
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when the first of the two says that a session did not take place.</summary>
[HeardBy]
public sealed record SessionMissed
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when a match has had no contact for 14 days: no session was held and no check-in made. Once for each quiet spell.</summary>
[HeardBy("portal")]
public sealed record MatchWentQuiet
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>The date in London of the last contact: a session that was held, a check-in, or the beginning of the match.</summary>
    public required DateOnly LastContactOn { get; init; }

    /// <summary>The accounts of those who are to be told: the caseworker, and whoever covers for them that day.</summary>
    public required IReadOnlyList<Guid> Tell { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when a match that went quiet is quiet still: once, four days later, and to whoever comes to look after it meanwhile.</summary>
[HeardBy("portal")]
public sealed record MatchStillQuiet
{
    /// <summary>The match.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>The date in London of the last contact: a session that was held, a check-in, or the beginning of the match.</summary>
    public required DateOnly LastContactOn { get; init; }

    /// <summary>The accounts of those who are to be told: the caseworker, and whoever covers for them that day.</summary>
    public required IReadOnlyList<Guid> Tell { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when somebody says after a session, or when they ask to end a match, that they do not feel safe, or are not sure. Nothing of what they said is in it.</summary>
[HeardBy("portal")]
public sealed record SafetyDoubted
{
    /// <summary>The session after which it was said; null when it was said by who asked to end the match.</summary>
    public required Guid? SessionId { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>A word from <see cref="Vocabulary.Voices"/>: who said it.</summary>
    public required string By { get; init; }

    /// <summary>The accounts of those who are to be told: the caseworker, and whoever covers for them that day.</summary>
    public required IReadOnlyList<Guid> Tell { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when somebody said that they do not feel safe, or are not sure, and for two days nobody has written down a talk with them.</summary>
[HeardBy("portal")]
public sealed record SafetyUnanswered
{
    /// <summary>The session after which it was said; null when it was said by who asked to end the match.</summary>
    public required Guid? SessionId { get; init; }

    /// <summary>The match it belongs to.</summary>
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

/// <summary>Told by the session service when one side of a booked session asks the other for another time. The session stays as it is until the other answers.</summary>
[HeardBy("portal")]
public sealed record SessionTimeProposed
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>A word from <see cref="Vocabulary.Voices"/>: who asks; the other side answers.</summary>
    public required string By { get; init; }

    /// <summary>When the session starts as it is, UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it would start, UTC.</summary>
    public required DateTimeOffset ProposedStartsAt { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when the other side says no to another time, and the session stays as it is. A yes is told as a move.</summary>
[HeardBy("portal")]
public sealed record SessionTimeDeclined
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>A word from <see cref="Vocabulary.Voices"/>: who had asked, and is told.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When the session starts, UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Told by the session service when a booked session keeps its time and where or how the two meet changes: they chose another way or place, the place was described anew, or it is used no more.</summary>
[HeardBy("portal")]
public sealed record SessionPlaceChanged
{
    /// <summary>The session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The match it belongs to.</summary>
    public required Guid MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required Guid MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required Guid MentorId { get; init; }

    /// <summary>When the session starts, UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Whether the place is used no more, so that the two are to choose another one.</summary>
    public required bool PlaceIsClosed { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
