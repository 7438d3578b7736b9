using NodaTime;

namespace Mentoring.Shared;

/// <summary>The programme's calendar: a date is a date in London, also when it is still yesterday in UTC.</summary>
public static class London
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>The date in London now.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateAt(clock.GetUtcNow());

    /// <summary>The date in London at an instant.</summary>
    public static DateOnly DateAt(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(Zone).Date.ToDateOnly();

    /// <summary>The time of day in London at an instant.</summary>
    public static TimeOnly TimeAt(DateTimeOffset instant) => Instant.FromDateTimeOffset(instant).InZone(Zone).TimeOfDay.ToTimeOnly();

    /// <summary>The instant, UTC, at which a date begins in London.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => Zone.AtStartOfDay(LocalDate.FromDateOnly(date)).ToInstant().ToDateTimeOffset();

    /// <summary>
    /// Whole years from a date of birth to a day. Somebody born on 29 February has their birthday on 1 March in other years,
    /// as the law of England counts it.
    /// </summary>
    public static int AgeOn(this DateOnly born, DateOnly day) =>
        day.Year - born.Year - ((day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
}
