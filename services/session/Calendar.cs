using NodaTime;
using NodaTime.Extensions;

namespace Mentoring.Sessions;

/// <summary>The programme's calendar: its days are those of Europe/London, whatever zone a mentor lives in.</summary>
public static class Calendar
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>The date in London at an instant.</summary>
    public static DateOnly DateAt(DateTimeOffset instant) => instant.ToInstant().InZone(London).Date.ToDateOnly();

    /// <summary>The instant, UTC, at which a date begins in London.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => London.AtStartOfDay(date.ToLocalDate()).ToInstant().ToDateTimeOffset();
}
