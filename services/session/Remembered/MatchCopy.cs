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

    /// <summary>When a caseworker last let them meet again, UTC.</summary>
    public DateTimeOffset? ResumedAt { get; private set; }

    /// <summary>Which side of it the caller is on; null when on none.</summary>
    public Voice? VoiceOf(Caller caller) => caller.IsMentee(MenteeId) ? Voice.Mentee : caller.IsMentor(MentorId) ? Voice.Mentor : null;

    /// <summary>Whether what was written in it is closed to one side: to the mentor, once it has ended.</summary>
    public bool IsClosedTo(Voice voice) => voice == Voice.Mentor && State == MatchState.Ended;

    /// <summary>Takes its activation in. Only from here can sessions be booked, whatever was heard of its end before.</summary>
    public void Activate(DateTimeOffset at) => ActivatedAt ??= at.ToUniversalTime();

    /// <summary>The two are not to meet. A word from before a caseworker let them again is an old one.</summary>
    public void Stop(DateTimeOffset at)
    {
        if (at <= ResumedAt) return;
        StoppedAt ??= at.ToUniversalTime();
    }

    /// <summary>A caseworker lets them meet again.</summary>
    public void Resume(DateTimeOffset now)
    {
        if (StoppedAt is null) return;
        (StoppedAt, ResumedAt) = (null, now);
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
