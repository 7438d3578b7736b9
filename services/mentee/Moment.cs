using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>Something that happened to a young person's record.</summary>
public enum Happening
{
    /// <summary>A caseworker referred them.</summary>
    Referred,

    /// <summary>They asked for a mentor themselves.</summary>
    Asked,

    /// <summary>A caseworker took them on.</summary>
    TakenOn,

    /// <summary>They were handed over to another caseworker.</summary>
    HandedOver,

    /// <summary>A name, the birthday or how to get in touch was put right.</summary>
    DetailsCorrected,

    /// <summary>What they want and like was changed; once a day for each side, however often it was saved.</summary>
    ProfileChanged,

    /// <summary>They said yes to taking part.</summary>
    ConsentGiven,

    /// <summary>They took their yes back.</summary>
    ConsentWithdrawn,

    /// <summary>A version of the risk assessment was written.</summary>
    RiskAssessmentWritten,

    /// <summary>The risk assessment was signed by one side.</summary>
    RiskAssessmentSigned,

    /// <summary>Everything is there and in date.</summary>
    BecameReady,

    /// <summary>Something that they need to be ready ran out, was changed or was taken back.</summary>
    ReadinessLapsed,

    /// <summary>They stopped for a while.</summary>
    Paused,

    /// <summary>They came back.</summary>
    Resumed,

    /// <summary>They left.</summary>
    Left,
}

/// <summary>Whose doing something was.</summary>
public enum Voice
{
    /// <summary>The young person's own.</summary>
    Mentee,

    /// <summary>A caseworker's.</summary>
    Caseworker,

    /// <summary>Nobody's: it follows from the programme's rules.</summary>
    Programme,
}

/// <summary>Who does something to a record.</summary>
/// <param name="Voice">Which side.</param>
/// <param name="Caseworker">Which caseworker, when it is one.</param>
public readonly record struct Who(Voice Voice, CaseworkerId? Caseworker)
{
    /// <summary>The young person.</summary>
    public static Who Themselves { get; } = new(Voice.Mentee, null);

    /// <summary>The programme's rules.</summary>
    public static Who Programme { get; } = new(Voice.Programme, null);

    /// <summary>A caseworker.</summary>
    public static Who Of(CaseworkerId caseworker) => new(Voice.Caseworker, caseworker);

    /// <summary>The caller, who is this young person or a caseworker of theirs.</summary>
    public static Who Is(Caller caller, MenteeId mentee) => caller.IsMentee(mentee) ? Themselves : Of(caller.Caseworker);
}

/// <summary>One line of a young person's timeline: what happened, when, by whom and why. Written with the change itself and never changed.</summary>
public sealed class Moment
{
    /// <summary>The young person.</summary>
    public required MenteeId Mentee { get; init; }

    /// <summary>1 for the first, counting on.</summary>
    public required int Number { get; init; }

    /// <summary>What happened.</summary>
    public required Happening What { get; init; }

    /// <summary>Whose doing it was.</summary>
    public required Voice By { get; init; }

    /// <summary>Which caseworker's; null when it was none's.</summary>
    public required CaseworkerId? Caseworker { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, in the words of whoever did it; null when they did not say.</summary>
    public required string? Why { get; init; }
}
