namespace Mentoring.Mentors;

/// <summary>Where a mentor stands, in the words a coordinator and the mentor see. Whether somebody left or was declined is not among them.</summary>
public enum Progress
{
    /// <summary>Registered; has not applied yet.</summary>
    Invited,

    /// <summary>Has applied.</summary>
    Applied,

    /// <summary>Checks are being made.</summary>
    Screening,

    /// <summary>May be matched.</summary>
    Cleared,

    /// <summary>Takes a break.</summary>
    Paused,

    /// <summary>The registration has ended.</summary>
    Ended,
}

/// <summary>Whether a check is still to be made.</summary>
public enum CheckProgress
{
    /// <summary>Still to be made, or due again.</summary>
    Waiting,

    /// <summary>Made. How it came out stays between the person and their caseworker.</summary>
    Done,
}

/// <summary>How far one check is.</summary>
public sealed record CheckProgressAnswer
{
    /// <summary>Which check.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>Whether it is still to be made.</summary>
    public required CheckProgress State { get; init; }

    internal static IReadOnlyList<CheckProgressAnswer> Of(Mentor mentor, DateOnly today) =>
        [.. mentor.Rules.Checks.Select(rule => new CheckProgressAnswer
        {
            Kind = rule.Kind,
            State = mentor.Newest(rule.Kind)?.IsInDateOn(today) == true ? CheckProgress.Done : CheckProgress.Waiting,
        })];
}

internal static class ProgressOf
{
    /// <summary>A stage in the words that coordinators and mentors see.</summary>
    public static Progress Stage(Stage stage) => stage switch
    {
        Mentors.Stage.Invited => Progress.Invited,
        Mentors.Stage.Applied => Progress.Applied,
        Mentors.Stage.Screening => Progress.Screening,
        Mentors.Stage.Cleared => Progress.Cleared,
        Mentors.Stage.Paused => Progress.Paused,
        _ => Progress.Ended,
    };
}
