using Mentoring.Contracts;
using Mentoring.Shared;

namespace Mentoring.Sessions.Tests.Decisions;

/// <summary>The plainest case, for tests to change one thing of.</summary>
internal static class Sample
{
    /// <summary>A Monday noon in London's winter.</summary>
    public static readonly DateTimeOffset Now = At("2026-11-02T12:00:00Z");

    public static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

    public static DateOnly On(string date) => DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);

    public static TimeOnly Clock(string time) => TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    public static Stretch From(string instant, int minutes) => new(At(instant), At(instant).AddMinutes(minutes));

    public static WeeklyWindow Every(DayOfWeek day, string from, string until) => new() { Day = day, From = Clock(from), Until = Clock(until) };

    public static AvailabilityChange Away(string first, string last) => new() { First = On(first), Last = On(last), From = null, Until = null };

    public static AvailabilityChange Instead(string first, string last, string from, string until) =>
        new() { First = On(first), Last = On(last), From = Clock(from), Until = Clock(until) };

    public static Availability Free(params WeeklyWindow[] weekly) => new() { Zone = "Europe/London", Weekly = weekly, Changes = [] };

    /// <summary>Wednesdays from six to eight in the evening, London time.</summary>
    public static Availability Wednesdays => Free(Every(DayOfWeek.Wednesday, "18:00", "20:00"));

    public static Diary Plain => new()
    {
        Asking = Voice.Mentee,
        Match = MatchState.Active,
        IsActivated = true,
        Mentee = null,
        ReadyUntil = null,
        Standing = MentorStanding.Cleared,
        ClearedUntil = On("2028-12-31"),
        Availability = Wednesdays,
        Held = [],
        Now = Now,
    };

    public static MatchCopy AMatch => new() { Id = MatchId.New(), MenteeId = MenteeId.New(), MentorId = MentorId.New() };

    /// <summary>A way to meet, with the place or the room that goes with it.</summary>
    public static Where By(MeetingWay how) => new(how, how == MeetingWay.InPerson ? Library.Id : null, how == MeetingWay.Video ? "https://video.example/a-room" : null);

    /// <summary>A place.</summary>
    public static Place Library { get; } = Place.Agree("Central Library café", "Bishop Street; by the window, next to “Games”.", "LE1");

    /// <summary>A session on the first Wednesday at six, for an hour.</summary>
    public static Session ASession => Session.Book(AMatch, From("2026-11-04T18:00:00Z", 60), By(MeetingWay.Video), Voice.Mentee, Now);
}
