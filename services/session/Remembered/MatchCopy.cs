using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>Where a match is in its life, as far as sessions care.</summary>
public enum MatchState
{
    /// <summary>Approved or begun, and nothing was heard of an end.</summary>
    Active,

    /// <summary>The closing is being prepared; its last sessions can still be booked and held.</summary>
    Ending,

    /// <summary>Over.</summary>
    Ended,
}

/// <summary>What this service remembers of a match from the matching service's facts: nothing until it is approved.</summary>
public sealed class MatchCopy
{
    /// <summary>The match.</summary>
    public required MatchId Id { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>Where it is in its life.</summary>
    public MatchState State { get; private set; }

    /// <summary>When the last fact that counted happened, UTC.</summary>
    public DateTimeOffset StateAt { get; private set; }

    /// <summary>When it was activated, UTC; null when that was not heard: a match can be ended before it begins, and its end can be heard first.</summary>
    public DateTimeOffset? ActivatedAt { get; private set; }

    /// <summary>Since when the two are not to meet, because somebody did not feel safe or a caseworker stopped it, UTC; null while they may.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Whether a safeguarding lead stopped it, who may know more than the caseworker: then only a lead lets them meet again.</summary>
    public bool StoppedByLead { get; private set; }

    /// <summary>When they were last let meet again, UTC.</summary>
    public DateTimeOffset? ResumedAt { get; private set; }

    /// <summary>Which side of it the caller is on; null when on none.</summary>
    public Voice? VoiceOf(Caller caller) => caller.IsMentee(MenteeId) ? Voice.Mentee : caller.IsMentor(MentorId) ? Voice.Mentor : null;

    /// <summary>Whether neither side reads anything of the other: it has ended, or contact is paused.</summary>
    public bool IsApart => State == MatchState.Ended || StoppedAt is not null;

    /// <summary>Whether what was written in it is closed to one side: to the mentor, once it has ended.</summary>
    public bool IsClosedTo(Voice voice) => voice == Voice.Mentor && State == MatchState.Ended;

    /// <summary>Takes its activation in. Only from here can sessions be booked, whatever was heard of its end before.</summary>
    public void Activate(DateTimeOffset at) => ActivatedAt ??= at.ToUniversalTime();

    /// <summary>The two are not to have contact. A word from before they were let again is an old one.</summary>
    /// <param name="at">Since when.</param>
    /// <param name="byLead">Whether a safeguarding lead says so; said after a caseworker, it counts from then on.</param>
    public Decision Stop(DateTimeOffset at, bool byLead = false)
    {
        if (at <= ResumedAt) return Decision.AlreadySo;
        StoppedByLead |= byLead;
        if (StoppedAt is not null) return Decision.AlreadySo;
        StoppedAt = at.ToUniversalTime();
        return Decision.Done;
    }

    /// <summary>They are let meet again: by a caseworker, or by a safeguarding lead where one had stopped it.</summary>
    /// <param name="now">The moment; whoever remembers both moments must find this one later than the stop, also where clocks differ.</param>
    /// <param name="byLead">Whether a safeguarding lead says so.</param>
    public Decision Resume(DateTimeOffset now, bool byLead = false)
    {
        if (StoppedAt is not { } since) return Decision.AlreadySo;
        if (StoppedByLead && !byLead) return Decision.Refused("A safeguarding lead has paused this. Talk with them: only a lead can let the two meet again.");
        (StoppedAt, StoppedByLead, ResumedAt) = (null, false, now > since ? now : since.AddMicroseconds(1));
        return Decision.Done;
    }

    /// <summary>
    /// Takes a fact in. A match only ever goes forward, so that a fact about an earlier state is an old one whenever it
    /// arrives and whatever its clock said.
    /// </summary>
    public void Become(MatchState state, DateTimeOffset at)
    {
        if (state <= State) return;
        State = state;
        StateAt = at.ToUniversalTime();
    }
}
