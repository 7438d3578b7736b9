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

/// <summary>Another time that one side asks the other for.</summary>
/// <param name="By">Who asks: the young person or the mentor.</param>
/// <param name="Time">The time.</param>
public sealed record Proposal(Voice By, Stretch Time);

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

    /// <summary>From when it holds both diaries, UTC: its time and the buffers around it.</summary>
    public DateTimeOffset HeldFrom { get; private set; }

    /// <summary>Until when it holds both diaries, UTC.</summary>
    public DateTimeOffset HeldUntil { get; private set; }

    /// <summary>How the two meet.</summary>
    public MeetingWay How { get; private set; }

    /// <summary>The safe place where they meet; null unless in person.</summary>
    public PlaceId? PlaceId { get; private set; }

    /// <summary>The address of its video room, at most 300 characters; null unless by video.</summary>
    public string? VideoLink { get; private set; }

    /// <summary>When it was planned as it is now, UTC: booked, or last moved or changed.</summary>
    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>When anything of it that a calendar shows last changed, UTC: its plan, or the words for its place.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>How often it has changed since it was booked: calendars take the highest for the newest.</summary>
    public int Sequence { get; private set; }

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

    /// <summary>Who asks for another time; null when nobody does.</summary>
    public Voice? ProposedBy { get; private set; }

    /// <summary>When it would start then, UTC.</summary>
    public DateTimeOffset? ProposedStartsAt { get; private set; }

    /// <summary>When it would end then, UTC.</summary>
    public DateTimeOffset? ProposedEndsAt { get; private set; }

    /// <summary>The other time that is asked for and not answered; null when none is.</summary>
    public Proposal? Proposal => State == SessionState.Booked && ProposedBy is { } by ? new(by, new(ProposedStartsAt!.Value, ProposedEndsAt!.Value)) : null;

    /// <summary>How and where the two meet.</summary>
    public Where Where => new(How, PlaceId, VideoLink);

    /// <summary>The time it takes up.</summary>
    public Stretch Time => new(StartsAt, EndsAt);

    /// <summary>Which side of it the caller is on; null when on none.</summary>
    public Voice? VoiceOf(Caller caller) => caller.IsMentee(MenteeId) ? Voice.Mentee : caller.IsMentor(MentorId) ? Voice.Mentor : null;

    /// <summary>Books a session at a time for which <see cref="Slots.WhyNot"/> has no objection, in a way and place for which <see cref="Where.WhyNot"/> has none.</summary>
    public static Session Book(MatchCopy match, Stretch time, Where where, Voice by, DateTimeOffset now)
    {
        var session = new Session
        {
            Id = SessionId.New(),
            MatchId = match.Id,
            MenteeId = match.MenteeId,
            MentorId = match.MentorId,
            BookedBy = by,
            BookedAt = now,
        };
        session.Plan(time, where, now);
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
    /// <param name="where">How and where the two are to meet.</param>
    public Decision Move(Diary diary, Stretch time, Where where)
    {
        if (WhyNot(diary.Asking, Act.Move, diary.Now) is { } may) return Decision.Refused(may);
        return MoveTo(diary, time, where);
    }

    /// <summary>One side asks the other for another time. It stays as it is until the other says yes, and nothing is held for it.</summary>
    /// <param name="diary">What decides on the time, without this session in it.</param>
    /// <param name="time">The time.</param>
    public Decision Propose(Diary diary, Stretch time)
    {
        if (WhyNot(diary.Asking, Act.Propose, diary.Now) is { } may) return Decision.Refused(may);
        if (time == Time) return Decision.Refused("That is the time it has already. Pick another one.");
        if (Proposal == new Proposal(diary.Asking, time)) return Decision.AlreadySo;
        if (Slots.WhyNot(diary, time, How) is { } whyNot) return Decision.Refused(whyNot);
        (ProposedBy, ProposedStartsAt, ProposedEndsAt) = (diary.Asking, time.From, time.Until);
        Tell(new SessionTimeProposed
        {
            SessionId = Id.Value,
            MatchId = MatchId.Value,
            MenteeId = MenteeId.Value,
            MentorId = MentorId.Value,
            By = Word(diary.Asking),
            StartsAt = StartsAt,
            ProposedStartsAt = time.From,
            At = diary.Now,
        });
        return Decision.Done;
    }

    /// <summary>The other side says yes, and it moves in one step if the time can be had at this moment, or no, and it stays.</summary>
    /// <param name="diary">What decides on the time, without this session in it.</param>
    /// <param name="startsAt">The start they say it to.</param>
    /// <param name="accept">Whether they say yes.</param>
    public Decision Answer(Diary diary, DateTimeOffset startsAt, bool accept)
    {
        if (WhyNot(diary.Asking, Act.Answer, diary.Now) is { } may) return Decision.Refused(may);
        if (Proposal is not { } proposal) return accept && StartsAt == startsAt ? Decision.AlreadySo : Decision.Refused("Nobody asks for another time just now. It is as it was.");
        if (proposal.By == diary.Asking) return Decision.Refused("You asked for this time yourself. Now the other one answers.");
        if (proposal.Time.From != startsAt) return Decision.Refused("Another time is asked for by now. Look at it again.");
        if (accept) return MoveTo(diary, proposal.Time, Where);
        ForgetProposal();
        Tell(new SessionTimeDeclined
        {
            SessionId = Id.Value,
            MatchId = MatchId.Value,
            MenteeId = MenteeId.Value,
            MentorId = MentorId.Value,
            AskedBy = Word(proposal.By),
            StartsAt = StartsAt,
            At = diary.Now,
        });
        return Decision.Done;
    }

    /// <summary>Who asked for another time does so no more.</summary>
    public Decision TakeProposalBack(Voice by)
    {
        if (Proposal is not { } proposal) return Decision.AlreadySo;
        if (proposal.By != by) return Decision.Refused("The other one asked for this time. Say yes or no to it.");
        ForgetProposal();
        return Decision.Done;
    }

    private Decision MoveTo(Diary diary, Stretch time, Where where)
    {
        if (time == Time && where.How == How && where.Place == PlaceId) return Decision.AlreadySo;
        var isElsewhen = time != Time;
        if ((isElsewhen ? Slots.WhyNot(diary, time, where.How) : Slots.WhyTaken(diary, time, where.How)) is { } whyNot) return Decision.Refused(whyNot);
        Plan(time, where, diary.Now);
        Sequence++;
        if (isElsewhen)
        {
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
        else
        {
            TellPlace(isClosed: false, diary.Now);
        }

        return Decision.Done;
    }

    /// <summary>Its place is described in other words: calendars take the new ones, and both are told.</summary>
    public Decision HearOfPlace(DateTimeOffset now)
    {
        if (State != SessionState.Booked || StartsAt <= now) return Decision.AlreadySo;
        Sequence++;
        ChangedAt = now;
        TellPlace(isClosed: false, now);
        return Decision.Done;
    }

    /// <summary>Its place is used no more: it stays, and both are told to choose another one.</summary>
    public Decision LosePlace(DateTimeOffset now)
    {
        if (State != SessionState.Booked || StartsAt <= now) return Decision.AlreadySo;
        TellPlace(isClosed: true, now);
        return Decision.Done;
    }

    /// <summary>Calls it off and frees its time. Possible until it begins.</summary>
    public Decision Cancel(Voice by, string? why, DateTimeOffset now)
    {
        if (State == SessionState.Cancelled) return Decision.AlreadySo;
        if (WhyNot(by, Act.CallOff, now) is { } may) return Decision.Refused(may);
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
        if (WhoMay.WhyNot(by, Act.SayWhetherHeld, StartsAt, now) is { } notYet) return Decision.Refused(notYet);
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

    private void Plan(Stretch time, Where where, DateTimeOffset now)
    {
        (StartsAt, EndsAt) = time;
        (HeldFrom, HeldUntil) = Slots.HeldBy(time, where.How);
        (How, PlaceId, VideoLink) = where;
        PlannedAt = ChangedAt = now;
        ForgetProposal();
    }

    private void TellPlace(bool isClosed, DateTimeOffset now) => Tell(new SessionPlaceChanged
    {
        SessionId = Id.Value,
        MatchId = MatchId.Value,
        MenteeId = MenteeId.Value,
        MentorId = MentorId.Value,
        StartsAt = StartsAt,
        PlaceIsClosed = isClosed,
        At = now,
    });

    private void CallOff(Voice by, string? why, DateTimeOffset now)
    {
        State = SessionState.Cancelled;
        CancelledBy = by;
        CancelledWhy = why;
        ClosedAt = ChangedAt = now;
        Sequence++;
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

    private void ForgetProposal() => (ProposedBy, ProposedStartsAt, ProposedEndsAt) = (null, null, null);

    private string? WhyNot(Voice by, Act act, DateTimeOffset now) => State != SessionState.Booked ? WhyClosed() : WhoMay.WhyNot(by, act, StartsAt, now);

    private string WhyClosed() => State switch
    {
        SessionState.Held => "This session has already been written down as held.",
        SessionState.Missed => "This session has already been written down as missed.",
        _ => "This session has been called off. Book a new one instead.",
    };

    internal static string Word(Voice voice) => voice switch
    {
        Voice.Mentee => "mentee",
        Voice.Mentor => "mentor",
        Voice.Caseworker => "caseworker",
        _ => "programme",
    };
}
