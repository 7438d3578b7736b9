using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>What somebody wrote down after Driscoll's three questions.</summary>
/// <param name="What">What? What happened.</param>
/// <param name="SoWhat">So what? What it means to them.</param>
/// <param name="NowWhat">Now what? What they make of it.</param>
public readonly record struct Thoughts(string? What, string? SoWhat, string? NowWhat)
{
    /// <summary>Whether nothing is written.</summary>
    public bool AreEmpty => What is null && SoWhat is null && NowWhat is null;
}

/// <summary>Something that follows from a "now what": to be shown again until it is done.</summary>
/// <param name="Text">What it is, in the author's words.</param>
/// <param name="On">The date in London it is meant for; null for whenever.</param>
public readonly record struct NextStep(string Text, DateOnly? On);

/// <summary>
/// A reflection (after Driscoll: What? So what? Now what?) by one side of a match, about a session or free. Private to its
/// author, unless they choose to share it; draft or finished.
/// </summary>
public sealed class Reflection : Aggregate
{
    private Reflection()
    {
    }

    /// <summary>The reflection.</summary>
    public ReflectionId Id { get; private init; }

    /// <summary>The match it belongs to.</summary>
    public MatchId MatchId { get; private init; }

    /// <summary>The young person.</summary>
    public MenteeId MenteeId { get; private init; }

    /// <summary>The mentor.</summary>
    public MentorId MentorId { get; private init; }

    /// <summary>Who wrote it: the young person or the mentor.</summary>
    public Voice Author { get; private init; }

    /// <summary>The session it is about; null for a free one.</summary>
    public SessionId? SessionId { get; private init; }

    /// <summary>What? Up to 4,000 characters.</summary>
    public string? What { get; private set; }

    /// <summary>So what? Up to 4,000 characters.</summary>
    public string? SoWhat { get; private set; }

    /// <summary>Now what? Up to 4,000 characters.</summary>
    public string? NowWhat { get; private set; }

    /// <summary>The next step that follows, up to 300 characters; null when none does.</summary>
    public string? Step { get; private set; }

    /// <summary>The date in London the next step is meant for; null for whenever.</summary>
    public DateOnly? StepOn { get; private set; }

    /// <summary>When the next step was ticked, UTC; null while it is open.</summary>
    public DateTimeOffset? StepDoneAt { get; private set; }

    /// <summary>When it was begun, UTC.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When its words were last changed, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was finished, UTC; null while a draft.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Since when the other side and the caseworker may read it, UTC; null while private.</summary>
    public DateTimeOffset? SharedAt { get; private set; }

    /// <summary>Begins one in a match.</summary>
    public static Reflection Begin(ReflectionId id, MatchCopy match, Voice author, SessionId? session, DateTimeOffset now) => new()
    {
        Id = id,
        MatchId = match.Id,
        MenteeId = match.MenteeId,
        MentorId = match.MentorId,
        Author = author,
        SessionId = session,
        StartedAt = now,
        ChangedAt = now,
    };

    /// <summary>Whether the caller wrote it.</summary>
    public bool IsBy(Caller caller) => Author == Voice.Mentee ? caller.IsMentee(MenteeId) : caller.IsMentor(MentorId);

    /// <summary>Writes it down, all of it: what is not said now was taken out.</summary>
    /// <param name="thoughts">The three answers.</param>
    /// <param name="step">What follows, if anything. Another text is another step, which is open again.</param>
    /// <param name="finished">Whether it is finished now, or a draft still or again.</param>
    /// <param name="now">The moment, UTC.</param>
    public Decision Write(Thoughts thoughts, NextStep? step, bool finished, DateTimeOffset now)
    {
        if (finished && thoughts.AreEmpty) return Decision.Refused("Write something under one of the three questions first, or keep it as a draft.");
        if (!finished && SharedAt is not null) return Decision.Refused("This is shared. Stop sharing it first if you want it to be a draft again.");
        if (thoughts == new Thoughts(What, SoWhat, NowWhat) && step?.Text == Step && step?.On == StepOn && finished == FinishedAt is not null) return Decision.AlreadySo;
        (What, SoWhat, NowWhat) = thoughts;
        if (step?.Text != Step) StepDoneAt = null;
        Step = step?.Text;
        StepOn = step?.On;
        FinishedAt = finished ? FinishedAt ?? now : null;
        ChangedAt = now;
        return Decision.Done;
    }

    /// <summary>Lets the other side and the caseworker read it. Only what is finished is shared.</summary>
    /// <param name="match">Where the match is in its life.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="isPaused">Whether contact between the two is paused: to share would be a way to write to each other.</param>
    public Decision Share(MatchState match, DateTimeOffset now, bool isPaused = false)
    {
        if (SharedAt is not null) return Decision.AlreadySo;
        if (FinishedAt is null) return Decision.Refused("This is a draft still. Finish it first, then you can share it.");
        if (match == MatchState.Ended) return Decision.Refused("This match has ended, so nothing more is shared in it.");
        if (isPaused) return Decision.Refused("This cannot be shared just now. It is kept for you; the caseworker can tell you more.");
        SharedAt = now;
        return Decision.Done;
    }

    /// <summary>Makes it private again. Always possible.</summary>
    public Decision KeepPrivate()
    {
        if (SharedAt is null) return Decision.AlreadySo;
        SharedAt = null;
        return Decision.Done;
    }

    /// <summary>Ticks the next step, or takes the tick away.</summary>
    public Decision Tick(bool done, DateTimeOffset now)
    {
        if (Step is null) return Decision.Refused("There is no next step in this reflection.");
        if (done == StepDoneAt is not null) return Decision.AlreadySo;
        StepDoneAt = done ? now : null;
        return Decision.Done;
    }

    /// <summary>Whether it may be thrown away: not while others can read it.</summary>
    public Decision ThrowAway() => SharedAt is null ? Decision.Done : Decision.Refused("This is shared. Stop sharing it first, then you can delete it.");
}
