using Mentoring.Shared;

namespace Mentoring.Sessions;

/// <summary>Which side of a match a caseworker checked in with.</summary>
public enum Side
{
    /// <summary>The young person.</summary>
    Mentee,

    /// <summary>The mentor.</summary>
    Mentor,
}

/// <summary>Activity: whether the two meet as they meant to.</summary>
public enum Activity
{
    /// <summary>As they meant to, or more.</summary>
    AsPlanned,

    /// <summary>Less than they meant to.</summary>
    LessThanPlanned,

    /// <summary>Not at all.</summary>
    NotAtAll,
}

/// <summary>Safety: whether the person feels safe in the match.</summary>
public enum Safety
{
    /// <summary>Yes.</summary>
    Safe,

    /// <summary>Not sure.</summary>
    Unsure,

    /// <summary>No; a concern is raised about it.</summary>
    NotSafe,
}

/// <summary>Quality: how it is between the two.</summary>
public enum Quality
{
    /// <summary>Good.</summary>
    Good,

    /// <summary>Mixed.</summary>
    Mixed,

    /// <summary>Poor.</summary>
    Poor,
}

/// <summary>
/// A caseworker's contact with one side of a match, with the standard questions of monitoring and support (Elements of Effective
/// Practice for Mentoring, 4th edition): activity, safety, quality, and what would help. Written once.
/// </summary>
public sealed class CheckIn : Aggregate
{
    private CheckIn()
    {
    }

    /// <summary>The check-in.</summary>
    public CheckInId Id { get; private init; }

    /// <summary>The match it was about.</summary>
    public MatchId MatchId { get; private init; }

    /// <summary>The young person.</summary>
    public MenteeId MenteeId { get; private init; }

    /// <summary>The mentor.</summary>
    public MentorId MentorId { get; private init; }

    /// <summary>Whom the caseworker spoke with.</summary>
    public Side With { get; private init; }

    /// <summary>The caseworker.</summary>
    public CaseworkerId By { get; private init; }

    /// <summary>The date in London on which they spoke.</summary>
    public DateOnly HeldOn { get; private init; }

    /// <summary>How they spoke.</summary>
    public MeetingWay How { get; private init; }

    /// <summary>Whether the two meet as they meant to.</summary>
    public Activity Activity { get; private init; }

    /// <summary>Whether the person feels safe.</summary>
    public Safety Safety { get; private init; }

    /// <summary>How it is between the two.</summary>
    public Quality Quality { get; private init; }

    /// <summary>What would help, in the person's words, up to 1,000 characters.</summary>
    public string? WhatWouldHelp { get; private init; }

    /// <summary>The caseworker's own note, up to 4,000 characters. The person can read it in their own data.</summary>
    public string? Note { get; private init; }

    /// <summary>When it was written down, UTC.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Writes one down.</summary>
    public static CheckIn Of(MatchCopy match, CaseworkerId by, RecordCheckIn.Request said, DateTimeOffset now) => new()
    {
        Id = CheckInId.New(),
        MatchId = match.Id,
        MenteeId = match.MenteeId,
        MentorId = match.MentorId,
        With = said.With,
        By = by,
        HeldOn = said.HeldOn,
        How = said.How,
        Activity = said.Activity,
        Safety = said.Safety,
        Quality = said.Quality,
        WhatWouldHelp = Text.Of(said.WhatWouldHelp),
        Note = Text.Of(said.Note),
        RecordedAt = now,
    };
}
