using NodaTime;
using NodaTime.Extensions;

namespace Mentoring.Safeguarding;

/// <summary>
/// How long a concern may wait until a safeguarding lead takes it on: one hour when somebody may be in danger, one working
/// day otherwise. A working day is Monday to Friday in London. Bank holidays count as working days, so that the clock is
/// never too kind.
/// </summary>
public static class AgreedTime
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>The moment, UTC, from which a concern is overdue.</summary>
    /// <param name="from">When it began to wait, UTC.</param>
    /// <param name="isUrgent">Whether somebody may be in danger.</param>
    public static DateTimeOffset Until(DateTimeOffset from, bool isUrgent) => isUrgent ? from.AddHours(1) : OneWorkingDayAfter(from);

    // The same time on the next working day; what comes at a weekend begins to wait when Monday does.
    private static DateTimeOffset OneWorkingDayAfter(DateTimeOffset from)
    {
        var local = from.ToInstant().InZone(London).LocalDateTime;
        var begins = IsWorkingDay(local.Date) ? local : NextWorkingDay(local.Date).AtMidnight();
        return London.AtLeniently(NextWorkingDay(begins.Date).At(begins.TimeOfDay)).ToDateTimeOffset().ToUniversalTime();
    }

    private static LocalDate NextWorkingDay(LocalDate date)
    {
        do date = date.PlusDays(1);
        while (!IsWorkingDay(date));
        return date;
    }

    private static bool IsWorkingDay(LocalDate date) => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
}
