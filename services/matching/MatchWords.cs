namespace Mentoring.Matching;

/// <summary>Where a match stands. A <em>proposed</em> match is a suggestion: it is computed and not stored.</summary>
public enum MatchState
{
    /// <summary>Offered; waits for the young person.</summary>
    Offered,

    /// <summary>The young person said yes; waits for the mentor.</summary>
    AgreedByMentee,

    /// <summary>Both said yes; waits for the caseworker.</summary>
    AgreedByMentor,

    /// <summary>Approved; waits for the first meeting.</summary>
    Approved,

    /// <summary>The two have met; sessions can be booked.</summary>
    Active,

    /// <summary>Somebody asked to end it; the closing is being prepared.</summary>
    Ending,

    /// <summary>Over, after approval.</summary>
    Ended,

    /// <summary>The young person or the mentor said no before approval.</summary>
    Declined,

    /// <summary>Taken back before approval.</summary>
    Rejected,
}

/// <summary>How a match ends.</summary>
public enum EndingKind
{
    /// <summary>As planned.</summary>
    Planned,

    /// <summary>Earlier than planned, by agreement or drift.</summary>
    Early,

    /// <summary>Because one side had to.</summary>
    Unwilling,
}

/// <summary>Why a match ends other than as planned: a short list, so that early endings can be counted and the programme can learn from them.</summary>
public enum EndingCause
{
    /// <summary>They got there sooner than planned.</summary>
    GotThereSooner,

    /// <summary>Finding the time, or the way to each other, became too hard.</summary>
    TimeOrDistance,

    /// <summary>The two did not fit.</summary>
    DidNotFit,

    /// <summary>Contact faded away.</summary>
    FadedAway,

    /// <summary>Health, family or home changed.</summary>
    LifeChanged,

    /// <summary>Somebody did not feel safe.</summary>
    Safety,

    /// <summary>One of the two left the programme.</summary>
    LeftProgramme,

    /// <summary>Something else.</summary>
    Another,

    /// <summary>Not said. A young person never has to say.</summary>
    NotSaid,
}

/// <summary>How somebody's voice came into the closing.</summary>
public enum VoiceHeard
{
    /// <summary>They said something, and it is written down.</summary>
    InTheirWords,

    /// <summary>They were asked and did not want to say anything.</summary>
    DidNotWantTo,

    /// <summary>They could not be reached.</summary>
    CouldNotBeReached,
}

/// <summary>Who said something about a match.</summary>
public enum Voice
{
    /// <summary>The young person.</summary>
    Mentee,

    /// <summary>The mentor.</summary>
    Mentor,

    /// <summary>The caseworker.</summary>
    Caseworker,

    /// <summary>Nobody in person: a rule of the programme.</summary>
    Programme,
}

/// <summary>A yes or a no.</summary>
public enum Answer
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No. Nobody has to say why.</summary>
    No,
}

/// <summary>The enums as the shared vocabulary writes them.</summary>
internal static class MatchWords
{
    /// <summary>The word of <c>Vocabulary.EndingKinds</c>.</summary>
    public static string Word(this EndingKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The word of <c>Vocabulary.Voices</c>.</summary>
    public static string Word(this Voice voice) => voice.ToString().ToLowerInvariant();
}

/// <summary>The first meeting of the young person, the mentor and the caseworker.</summary>
public sealed record FirstMeeting
{
    /// <summary>The local date it was held on.</summary>
    /// <example>2026-03-02</example>
    public required DateOnly HeldOn { get; init; }

    /// <summary>Where, in words.</summary>
    /// <example>Central Library, the room on the first floor</example>
    public required string Where { get; init; }

    /// <summary>Whether the young person, the mentor and the caseworker were all there.</summary>
    public required bool EverybodyThere { get; init; }

    /// <summary>The account of the caseworker who wrote it down.</summary>
    public required Guid RecordedBy { get; init; }
}

/// <summary>What somebody said about an ending that another had asked for first, or that they had asked for in other words.</summary>
public sealed record EndingWish
{
    /// <summary>Who said it.</summary>
    public required Voice By { get; init; }

    /// <summary>How it should end, as they say.</summary>
    public required EndingKind Kind { get; init; }

    /// <summary>Why, from the list; null when it is planned.</summary>
    public required EndingCause? Cause { get; init; }

    /// <summary>Why, in their words; null when they did not say.</summary>
    /// <example>It became too far.</example>
    public required string? Because { get; init; }

    /// <summary>When they said it, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>How a match was closed: both voices, and a record that it was done.</summary>
public sealed record Closing
{
    /// <summary>The local date of the closing session; null when there was none.</summary>
    public required DateOnly? HeldOn { get; init; }

    /// <summary>Why there was no closing session; null when there was one.</summary>
    public required string? NoSessionBecause { get; init; }

    /// <summary>How the young person was heard.</summary>
    public required VoiceHeard MenteeHeard { get; init; }

    /// <summary>What the young person said about it; null unless it is in their words.</summary>
    public required string? MenteeWords { get; init; }

    /// <summary>How the mentor was heard.</summary>
    public required VoiceHeard MentorHeard { get; init; }

    /// <summary>What the mentor said about it; null unless it is in their words.</summary>
    public required string? MentorWords { get; init; }

    /// <summary>What the two agreed about contact from now on. Both can read it.</summary>
    public required string ContactRules { get; init; }

    /// <summary>What support the young person was offered. They can read it.</summary>
    public required string SupportForMentee { get; init; }

    /// <summary>What support the mentor was offered; null when none was needed. They can read it.</summary>
    public required string? SupportForMentor { get; init; }

    /// <summary>Whether both were thanked.</summary>
    public required bool BothThanked { get; init; }

    /// <summary>What comes next for the young person. They can read it.</summary>
    public required string? WhatNext { get; init; }

    /// <summary>The account of the caseworker who wrote it down.</summary>
    public required Guid RecordedBy { get; init; }

    /// <summary>When it was written down, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
