using Mentoring.Contracts;
using NodaTime;

namespace Mentoring.Matching;

/// <summary>When two people are both free in a usual week.</summary>
/// <param name="Minutes">All minutes a week together.</param>
/// <param name="Longest">The longest stretch, in minutes.</param>
/// <param name="Days">The days on which the stretches begin, from Monday, in the young person's local time.</param>
public sealed record CommonTime(int Minutes, int Longest, IReadOnlyList<DayOfWeek> Days)
{
    private const int Day = 24 * 60;
    private const int Week = 7 * Day;

    /// <summary>
    /// The time both have. Weeks in different zones are compared as their clocks stand at <paramref name="now"/>.
    /// A zone that is not known here gives no common time.
    /// </summary>
    public static CommonTime Of(UsualWeek mentee, UsualWeek mentor, DateTimeOffset now)
    {
        var shared = (from a in Stretches(mentee, 0)
                      from b in Stretches(mentor, Shift(mentor.Zone, mentee.Zone, now) ?? Week * 10)
                      from lap in (int[])[-Week, 0, Week]
                      let start = Math.Max(a.Start, b.Start + lap)
                      let end = Math.Min(a.End, b.End + lap)
                      where start < end
                      select (Start: start, End: end)).ToList();
        var joined = Join(shared);
        return new(
            joined.Sum(s => s.End - s.Start),
            joined.Select(s => s.End - s.Start).DefaultIfEmpty(0).Max(),
            [.. joined.Select(s => s.Start / Day).Distinct().Order().Select(d => (DayOfWeek)((d + 1) % 7))]);
    }

    // Minutes since Monday 00:00, windows that touch made one.
    private static List<(int Start, int End)> Stretches(UsualWeek week, int shift) =>
        Join([.. week.Weekly.Where(w => w.From < w.Until).Select(w => (Start(w) + Minute(w.From) + shift, Start(w) + Minute(w.Until) + shift))]);

    private static List<(int Start, int End)> Join(List<(int Start, int End)> stretches)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var next in stretches.Order())
        {
            if (joined.Count > 0 && next.Start <= joined[^1].End) joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, next.End));
            else joined.Add(next);
        }

        return joined;
    }

    private static int Start(WeeklyWindow window) => (((int)window.Day + 6) % 7) * Day;

    private static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;

    private static int? Shift(string from, string to, DateTimeOffset now)
    {
        if (from == to) return 0;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(from) is not { } there || DateTimeZoneProviders.Tzdb.GetZoneOrNull(to) is not { } here) return null;
        var instant = Instant.FromDateTimeOffset(now);
        return (here.GetUtcOffset(instant) - there.GetUtcOffset(instant)).Seconds / 60;
    }
}
