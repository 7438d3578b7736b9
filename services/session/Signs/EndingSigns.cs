namespace Mentoring.Sessions;

/// <summary>A plain sign that a match may end early. A word for a conversation, never a score of a person: nothing is added up, weighed or kept.</summary>
public enum EndingSign
{
    /// <summary>No contact for 14 days.</summary>
    Quiet,

    /// <summary>The last two sessions were both missed, and nobody was spoken with since.</summary>
    MissedTwice,

    /// <summary>One of the two said twice in a row that a session was not so good or bad, or bad the last time.</summary>
    LowPulse,

    /// <summary>A check-in with one of the two is more than a week overdue.</summary>
    NoCheckIn,
}

/// <summary>What the signs are read from.</summary>
public sealed record Course
{
    /// <summary>The match.</summary>
    public required MatchCopy Match { get; init; }

    /// <summary>The date in London of the last contact.</summary>
    public required DateOnly LastContactOn { get; init; }

    /// <summary>When the second of two missed sessions ended, where nobody was spoken with since, UTC; null otherwise.</summary>
    public required DateTimeOffset? MissedTwiceSince { get; init; }

    /// <summary>What the young person said of sessions of late, the newest first.</summary>
    public required IReadOnlyList<HowItWas> FromMentee { get; init; }

    /// <summary>What the mentor said of sessions of late, the newest first.</summary>
    public required IReadOnlyList<HowItWas> FromMentor { get; init; }

    /// <summary>The date in London of the check-in that has been due longest; null when none is due.</summary>
    public required DateOnly? CheckInDueOn { get; init; }
}

/// <summary>Reads the signs.</summary>
public static class EndingSigns
{
    /// <summary>A check-in so many days late is a sign; before that it is a task in a queue.</summary>
    public const int LateBy = 7;

    /// <summary>The signs of a match, in the order of the list.</summary>
    public static IReadOnlyList<EndingSign> Of(Course course, DateOnly today) =>
    [
        .. new (EndingSign Sign, bool Shows)[]
        {
            (EndingSign.Quiet, Contact.IsQuiet(course.LastContactOn, today)),
            (EndingSign.MissedTwice, course.MissedTwiceSince is not null),
            (EndingSign.LowPulse, IsLow(course.FromMentee) || IsLow(course.FromMentor)),
            (EndingSign.NoCheckIn, course.CheckInDueOn?.AddDays(LateBy) < today),
        }.Where(s => s.Shows).Select(s => s.Sign),
    ];

    private static bool IsLow(IReadOnlyList<HowItWas> newestFirst) => newestFirst switch
    {
        [HowItWas.Bad, ..] => true,
        [HowItWas.NotSoGood, HowItWas.NotSoGood or HowItWas.Bad, ..] => true,
        _ => false,
    };
}
