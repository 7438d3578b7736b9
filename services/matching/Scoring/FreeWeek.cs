using NodaTime;

namespace Mentoring.Matching;

/// <summary>
/// When in a usual week somebody can begin a stretch of free time. A week has 672 quarter-hours, and each is one bit: set when the
/// whole stretch that begins there is free. Quarter-hours, because sessions begin on them. All in the programme's own time
/// (Europe/London), so that two weeks can be laid over each other.
/// </summary>
public sealed class FreeWeek
{
    /// <summary>Minutes of one bit.</summary>
    public const int Quarter = 15;

    /// <summary>Bits of a day.</summary>
    public const int QuartersADay = 24 * 60 / Quarter;

    /// <summary>Bits of a week.</summary>
    public const int QuartersAWeek = 7 * QuartersADay;
    private const string London = "Europe/London";

    private readonly ulong[] starts = new ulong[14];

    private FreeWeek()
    {
    }

    /// <summary>Reads a usual week. A zone that is not known here gives no free time.</summary>
    /// <param name="week">The week.</param>
    /// <param name="minutes">How long the stretch must be.</param>
    /// <param name="now">Weeks in other zones are read as the clocks stand at this moment.</param>
    public static FreeWeek Of(UsualWeek week, int minutes, DateTimeOffset now)
    {
        var read = new FreeWeek();
        if (MinutesToLondon(week.Zone, now) is not { } shift) return read;
        Span<bool> free = stackalloc bool[QuartersAWeek];
        foreach (var window in week.Weekly)
        {
            var midnight = (((int)window.Day + 6) % 7 * 24 * 60) + shift;
            var from = Up(midnight + (window.From.Hour * 60) + window.From.Minute);
            var until = Down(midnight + (window.Until.Hour * 60) + window.Until.Minute);
            for (var quarter = from; quarter < until; quarter++) free[Wrap(quarter)] = true;
        }

        var stretch = Up(minutes);
        for (var start = 0; start < QuartersAWeek; start++)
        {
            var length = 0;
            while (length < stretch && free[Wrap(start + length)]) length++;
            if (length == stretch) read.starts[(start / QuartersADay * 2) + (start % QuartersADay / 64)] |= 1UL << (start % QuartersADay % 64);
        }

        return read;
    }

    /// <summary>Whether a stretch can begin at a quarter-hour, counted from Monday 00:00.</summary>
    public bool CanBeginAt(int quarter) => (starts[(quarter / QuartersADay * 2) + (quarter % QuartersADay / 64)] >> (quarter % QuartersADay % 64) & 1) != 0;

    /// <summary>The days on which both can begin a stretch at the same moment, from Monday on.</summary>
    public IReadOnlyList<DayOfWeek> DaysWith(FreeWeek other)
    {
        var days = new List<DayOfWeek>(7);
        for (var day = 0; day < 7; day++)
        {
            if (((starts[2 * day] & other.starts[2 * day]) | (starts[(2 * day) + 1] & other.starts[(2 * day) + 1])) != 0) days.Add((DayOfWeek)((day + 1) % 7));
        }

        return days;
    }

    private static int Up(int minutes) => Down(minutes + Quarter - 1);

    private static int Down(int minutes) => (int)Math.Floor(minutes / (double)Quarter);

    private static int Wrap(int quarter) => ((quarter % QuartersAWeek) + QuartersAWeek) % QuartersAWeek;

    private static int? MinutesToLondon(string zone, DateTimeOffset now)
    {
        if (zone == London) return 0;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } there) return null;
        var instant = Instant.FromDateTimeOffset(now);
        return (DateTimeZoneProviders.Tzdb[London].GetUtcOffset(instant) - there.GetUtcOffset(instant)).Seconds / 60;
    }
}
