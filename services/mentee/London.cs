using NodaTime;

namespace Mentoring.Mentees;

/// <summary>Dates as the programme counts them: by the calendar in London.</summary>
public static class London
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>The date in London now.</summary>
    public static DateOnly Today(this TimeProvider clock) => Date(clock.GetUtcNow());

    /// <summary>The date in London at an instant.</summary>
    public static DateOnly Date(DateTimeOffset at)
    {
        var date = Instant.FromDateTimeOffset(at).InZone(Zone).Date;
        return new(date.Year, date.Month, date.Day);
    }
}
