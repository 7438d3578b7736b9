using NodaTime;

namespace Mentoring.Mentors;

/// <summary>The programme's own calendar: a date is a date in London, also when it is still yesterday in UTC.</summary>
public static class LondonDates
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>Today in Europe/London.</summary>
    public static DateOnly Today(this TimeProvider clock) =>
        Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(London).Date.ToDateOnly();

    /// <summary>Whole years from a date of birth to a day. Somebody born on 29 February has their birthday on 1 March in other years.</summary>
    public static int AgeOn(this DateOnly born, DateOnly day) =>
        day.Year - born.Year - ((day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
}
