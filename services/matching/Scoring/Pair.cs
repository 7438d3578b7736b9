using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>A young person and a mentor, looked at together under a policy at a moment: all that rules and factors may know.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Mentee">What the young person looks for.</param>
/// <param name="Mentor">What is remembered of the mentor.</param>
/// <param name="History">What is known of the two beside their profiles.</param>
/// <param name="Now">The moment, UTC.</param>
public sealed record Pair(MatchingPolicy Policy, MenteeProfile Mentee, MentorCopy Mentor, PairHistory History, DateTimeOffset Now)
{
    private IReadOnlyList<DayOfWeek>? commonDays;
    private IReadOnlyList<string>? waysToMeet;

    /// <summary>What the mentor offers. A pair whose mentor has no profile yet fails <see cref="ClearanceRule"/> and is looked at no further.</summary>
    public MentorProfile Offer => Mentor.Profile!;

    /// <summary>Today in Europe/London.</summary>
    public DateOnly Today => London.DateAt(Now);

    /// <summary>When the young person can begin a stretch of free time; read from the profile unless it was read before.</summary>
    public FreeWeek? MenteeWeek { get; init; }

    /// <summary>The same of the mentor; null as long as they have not said when they are free.</summary>
    public FreeWeek? MentorWeek { get; init; }

    /// <summary>The days of the week on which both are free for as long as the policy asks.</summary>
    public IReadOnlyList<DayOfWeek> CommonDays => commonDays ??= Mentor.Availability is { } week
        ? (MenteeWeek ?? FreeWeek.Of(Mentee.Availability, Policy.Rules.CommonMinutes, Now)).DaysWith(MentorWeek ?? FreeWeek.Of(week, Policy.Rules.CommonMinutes, Now))
        : [];

    /// <summary>How the two can meet: <c>in-person</c>, <c>online</c> or both; empty when they cannot.</summary>
    public IReadOnlyList<string> WaysToMeet => waysToMeet ??= Meeting.Ways(Mentee, Offer);
}

/// <summary>What is known of a pair beside the two profiles.</summary>
/// <param name="PlacesTaken">How many of the mentor's places are held or taken.</param>
/// <param name="LastNo">The local date of the last no between the two; null when there was none.</param>
public sealed record PairHistory(int PlacesTaken, DateOnly? LastNo)
{
    /// <summary>Two who never met, and a mentor without anybody.</summary>
    public static PairHistory None { get; } = new(0, null);

    /// <summary>Why a caseworker ruled the pair out; null when nobody did.</summary>
    public BanKind? Ban { get; init; }

    /// <summary>The local date on which the mentor's last active match ended; null when there was none.</summary>
    public DateOnly? MentorLastEnded { get; init; }

    /// <summary>The local date on which the young person's last active match ended, from which they wait anew; null when there was none.</summary>
    public DateOnly? LastEnded { get; init; }
}
