namespace Mentoring.Contracts.Sessions;

/// <summary>Told by the session service when a session is booked.</summary>
[HeardBy]
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
[HeardBy]
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
[HeardBy]
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
