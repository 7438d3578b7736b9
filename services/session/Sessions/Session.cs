using Mentoring.Contracts.Sessions;
using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>Where a session is in its life. Only Booked leads on.</summary>
public enum SessionState
{
    /// <summary>To come, or over and not written down yet.</summary>
    Booked,

    /// <summary>It took place.</summary>
    Held,

    /// <summary>It did not take place, and nobody had called it off.</summary>
    Missed,

    /// <summary>Called off before it began; its time is free again.</summary>
    Cancelled,
}

/// <summary>How the two meet.</summary>
public enum MeetingWay
{
    /// <summary>In one place.</summary>
    InPerson,

    /// <summary>By video call.</summary>
    Video,

    /// <summary>By phone.</summary>
    Phone,
}

/// <summary>Who did something: the words of the programme's shared vocabulary.</summary>
public enum Voice
{
    /// <summary>The young person.</summary>
    Mentee,

    /// <summary>The mentor.</summary>
    Mentor,

    /// <summary>A caseworker.</summary>
    Caseworker,

    /// <summary>The programme itself, because a match ended, or a clearance or a readiness is no longer in force.</summary>
    Programme,
}

/// <summary>One meeting in an active match. Booked → Held, Missed or Cancelled.</summary>
public sealed class Session : Aggregate
{
    private Session()
    {
    }

    /// <summary>The session.</summary>
    public SessionId Id { get; private init; }

    /// <summary>The match it belongs to.</summary>
    public MatchId MatchId { get; private init; }

    /// <summary>The young person.</summary>
    public MenteeId MenteeId { get; private init; }

    /// <summary>The mentor.</summary>
    public MentorId MentorId { get; private init; }

    /// <summary>When it starts, UTC.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>When it ends, UTC.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>How the two meet.</summary>
    public MeetingWay How { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public SessionState State { get; private set; }

    /// <summary>Who booked it.</summary>
    public Voice BookedBy { get; private init; }

    /// <summary>When it was booked, UTC.</summary>
    public DateTimeOffset BookedAt { get; private init; }

    /// <summary>When it was written down as held or missed or was called off, UTC; null while booked.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who called it off; null unless cancelled.</summary>
    public Voice? CancelledBy { get; private set; }

    /// <summary>Why, in the words of who called it off, at most 500 characters; stays in this service.</summary>
    public string? CancelledWhy { get; private set; }

    /// <summary>Whether it took place, as the mentor says; null while they have not said.</summary>
    public bool? MentorSaysHeld { get; private set; }

    /// <summary>Whether it took place, as the young person says; null while they have not said.</summary>
    public bool? MenteeSaysHeld { get; private set; }

    /// <summary>The time it takes up.</summary>
    public Stretch Time => new(StartsAt, EndsAt);

    /// <summary>Which side of it the caller is on; null when on none.</summary>
    public Voice? VoiceOf(Caller caller) => caller.IsMentee(MenteeId) ? Voice.Mentee : caller.IsMentor(MentorId) ? Voice.Mentor : null;

    /// <summary>Books a session at a time for which <see cref="Slots.WhyNot"/> has no objection.</summary>
    public static Session Book(MatchCopy match, Stretch time, MeetingWay how, Voice by, DateTimeOffset now)
    {
        var session = new Session
        {
            Id = SessionId.New(),
            MatchId = match.Id,
            MenteeId = match.MenteeId,
            MentorId = match.MentorId,
            StartsAt = time.From,
            EndsAt = time.Until,
            How = how,
            BookedBy = by,
            BookedAt = now,
        };
        session.Tell(new SessionBooked
        {
            SessionId = session.Id.Value,
            MatchId = match.Id.Value,
            MenteeId = match.MenteeId.Value,
            MentorId = match.MentorId.Value,
            StartsAt = time.From,
            EndsAt = time.Until,
            At = now,
        });
        return session;
    }

    /// <summary>Moves it to another time, another way of meeting, or both. The old time is free at the moment the new one is taken.</summary>
    /// <param name="diary">What decides on the new time, without this session in it.</param>
    /// <param name="time">The time it is to take.</param>
    /// <param name="how">How the two are to meet.</param>
    public Decision Move(Diary diary, Stretch time, MeetingWay how)
    {
        if (WhyFixed(diary.Now) is { } fixedNow) return Decision.Refused(fixedNow);
        if (time == Time && how == How) return Decision.AlreadySo;
        if (time != Time)
        {
            if (Slots.WhyNot(diary, time) is { } whyNot) return Decision.Refused(whyNot);
            StartsAt = time.From;
            EndsAt = time.Until;
            Tell(new SessionMoved
            {
                SessionId = Id.Value,
                MatchId = MatchId.Value,
                MenteeId = MenteeId.Value,
                MentorId = MentorId.Value,
                StartsAt = StartsAt,
                EndsAt = EndsAt,
                At = diary.Now,
            });
        }

        How = how;
        return Decision.Done;
    }

    /// <summary>Calls it off and frees its time. Possible until it begins.</summary>
    public Decision Cancel(Voice by, string? why, DateTimeOffset now)
    {
        if (State == SessionState.Cancelled) return Decision.AlreadySo;
        if (WhyFixed(now) is { } fixedNow) return Decision.Refused(fixedNow);
        CallOff(by, why, now);
        return Decision.Done;
    }

    /// <summary>Calls it off because the programme no longer allows it from a moment on; leaves alone what began before that moment or is already closed.</summary>
    public Decision CancelFrom(DateTimeOffset from, DateTimeOffset now)
    {
        if (State != SessionState.Booked || StartsAt < from) return Decision.AlreadySo;
        CallOff(Voice.Programme, null, now);
        return Decision.Done;
    }

    /// <summary>
    /// One side says whether it took place. Possible once it has begun; what is said stays. The word of whoever speaks first
    /// decides, and the other's is kept beside it: neither outweighs the other, and where they differ the caseworker asks.
    /// </summary>
    /// <param name="held">Whether it took place.</param>
    /// <param name="by">Who says so: the young person or the mentor.</param>
    /// <param name="now">The moment, UTC.</param>
    public Decision Record(bool held, Voice by, DateTimeOffset now)
    {
        if (State == SessionState.Cancelled) return Decision.Refused(WhyClosed());
        if (now < StartsAt) return Decision.Refused("This session has not begun yet. Say how it went once it has.");
        if (WordOf(by) is { } said) return said == held ? Decision.AlreadySo : Decision.Refused("You have already said something else about this session. Ask the caseworker if that was a slip.");
        if (by == Voice.Mentor) MentorSaysHeld = held;
        else MenteeSaysHeld = held;
        if (State != SessionState.Booked) return Decision.Done;

        State = held ? SessionState.Held : SessionState.Missed;
        ClosedAt = now;
        Tell(held
            ? new SessionHeld { SessionId = Id.Value, MatchId = MatchId.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, At = now }
            : new SessionMissed { SessionId = Id.Value, MatchId = MatchId.Value, MenteeId = MenteeId.Value, MentorId = MentorId.Value, At = now });
        return Decision.Done;
    }

    /// <summary>Whether it took place, as one side says; null while they have not said.</summary>
    public bool? WordOf(Voice by) => by == Voice.Mentor ? MentorSaysHeld : MenteeSaysHeld;

    private void CallOff(Voice by, string? why, DateTimeOffset now)
    {
        State = SessionState.Cancelled;
        CancelledBy = by;
        CancelledWhy = why;
        ClosedAt = now;
        Tell(new SessionCancelled
        {
            SessionId = Id.Value,
            MatchId = MatchId.Value,
            MenteeId = MenteeId.Value,
            MentorId = MentorId.Value,
            By = Word(by),
            At = now,
        });
    }

    private string? WhyFixed(DateTimeOffset now) =>
        State != SessionState.Booked ? WhyClosed()
        : now >= StartsAt ? "This session has already begun. Say whether it took place instead."
        : null;

    private string WhyClosed() => State switch
    {
        SessionState.Held => "This session has already been written down as held.",
        SessionState.Missed => "This session has already been written down as missed.",
        _ => "This session has been called off. Book a new one instead.",
    };

    private static string Word(Voice voice) => voice switch
    {
        Voice.Mentee => "mentee",
        Voice.Mentor => "mentor",
        Voice.Caseworker => "caseworker",
        _ => "programme",
    };
}
