using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>When they are free in a usual week: parts of days to tap, and any other times they had told us.</summary>
public sealed class TimesModel : AboutPage
{
    private static readonly (TimeOnly From, TimeOnly Until, string Words)[] Parts =
    [
        (new(9, 0), new(12, 0), "Morning, 9am to midday"),
        (new(12, 0), new(16, 0), "Afternoon, midday to 4pm"),
        (new(16, 0), new(18, 0), "After school, 4pm to 6pm"),
        (new(18, 0), new(21, 0), "Evening, 6pm to 9pm"),
    ];

    /// <summary>The days, Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Days { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>What was tapped, such as <c>monday 09:00-12:00</c>.</summary>
    [BindProperty]
    public List<string> Free { get; set; } = [];

    /// <inheritdoc/>
    protected override string Heading => "When are you free?";

    /// <summary>What can be tapped on a day: its parts, and what was said before that is none of them.</summary>
    public IEnumerable<(string Value, string Words, bool IsTapped)> On(DayOfWeek day)
    {
        var tapped = Free.Select(Read).OfType<MyFreeTime>().Where(w => w.Day == day).ToList();
        foreach (var (from, until, words) in Parts)
        {
            var part = new MyFreeTime(day, from, until);
            yield return (Write(part), words, tapped.Contains(part));
        }

        foreach (var other in tapped.Where(t => !Parts.Any(p => p.From == t.From && p.Until == t.Until)))
            yield return (Write(other), $"{Say.Time(other.From)} to {Say.Time(other.Until)}", true);
    }

    /// <inheritdoc/>
    protected override void Fill(MyProfile said) => Free = [.. said.Weekly.SelectMany(Split).Select(Write)];

    /// <inheritdoc/>
    protected override object Part() => new
    {
        weekly = Joined(Free.Select(Read).OfType<MyFreeTime>()).Select(w => new { day = w.Day, from = w.From, until = w.Until }).ToArray(),
    };

    // A time that is made of whole parts is shown as these.
    private static IEnumerable<MyFreeTime> Split(MyFreeTime window)
    {
        var parts = Parts.Where(p => window.From <= p.From && p.Until <= window.Until).ToArray();
        return parts.Length > 0 && parts[0].From == window.From && parts[^1].Until == window.Until
            ? parts.Select(p => new MyFreeTime(window.Day, p.From, p.Until))
            : [window];
    }

    private static IEnumerable<MyFreeTime> Joined(IEnumerable<MyFreeTime> windows)
    {
        var joined = new List<MyFreeTime>();
        foreach (var window in windows.OrderBy(w => w.Day).ThenBy(w => w.From))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Day == window.Day && window.From <= last.Until)
                joined[^1] = last with { Until = window.Until > last.Until ? window.Until : last.Until };
            else
                joined.Add(window);
        }

        return joined;
    }

    private static string Write(MyFreeTime window) => string.Create(CultureInfo.InvariantCulture, $"{window.Day} {window.From:HH:mm}-{window.Until:HH:mm}");

    private static MyFreeTime? Read(string tapped) =>
        tapped.Split(' ', '-') is [var day, var from, var until]
        && Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var on) && Enum.IsDefined(on)
        && TimeOnly.TryParseExact(from, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
        && TimeOnly.TryParseExact(until, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end)
        && start < end
            ? new(on, start, end)
            : null;
}
