using System.Globalization;
using System.Text.RegularExpressions;
using Mentoring.Contracts;

namespace Mentoring.Mentors;

/// <summary>Reads weekly times as people write them: <c>Mon-Fri 17:30-19:00</c>, <c>Tue 6pm-8pm; Thu 18-20</c>, <c>weekends 10-13</c>.</summary>
public static partial class SpokenTimes
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The windows in a cell, joined where they touch, and the parts that were not understood.</summary>
    public static (IReadOnlyList<WeeklyWindow> Weekly, IReadOnlyList<string> Unknown) Read(string cell)
    {
        var windows = new List<WeeklyWindow>();
        var unknown = new List<string>();
        foreach (var part in cell.Split([';', ',', '\n', '\r', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = part.Length > 80 ? Match.Empty : Part().Match(part.Replace(" and ", "/", StringComparison.OrdinalIgnoreCase));
            if (match.Success && Days(match.Groups["days"].Value) is { Count: > 0 } days && Hours(match) is var (from, until))
                windows.AddRange(days.Select(day => new WeeklyWindow { Day = day, From = from, Until = until }));
            else
                unknown.Add(part);
        }

        return (Join(windows), unknown);
    }

    private static List<DayOfWeek> Days(string text)
    {
        switch (text.Trim().ToLowerInvariant())
        {
            case "weekdays" or "weekday": return [.. Week[..5]];
            case "weekends" or "weekend": return [.. Week[5..]];
            case "daily" or "every day" or "everyday" or "any day": return [.. Week];
        }

        var days = new List<DayOfWeek>();
        foreach (var item in text.Split(['/', '&', '+'], StringSplitOptions.TrimEntries))
        {
            var ends = Between().Split(item);
            if (ends.Length > 2 || Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last) return [];
            for (var i = first; ; i = (i + 1) % 7)
            {
                days.Add(Week[i]);
                if (i == last) break;
            }
        }

        return days;
    }

    private static int? Day(string text)
    {
        var day = text.Trim().TrimEnd('.').ToLowerInvariant();
        if (day.Length < 2) return null;
        var plural = day.EndsWith("days", StringComparison.Ordinal) ? day[..^1] : day;
        var found = Array.FindIndex(Week, d => d.ToString().ToLowerInvariant() is var name
            && (name == plural || (day.Length is >= 2 and <= 5 && name.StartsWith(day, StringComparison.Ordinal))));
        return found < 0 ? null : found;
    }

    private static (TimeOnly From, TimeOnly Until)? Hours(Match match)
    {
        // In "6-8pm" the afternoon holds for both ends.
        var untilHalf = match.Groups["untilHalf"].Value;
        var fromHalf = match.Groups["fromHalf"].Value is { Length: > 0 } said ? said : untilHalf;
        return Time(match.Groups["from"].Value, fromHalf) is { } from && Time(match.Groups["until"].Value, untilHalf) is { } until && from < until ? (from, until) : null;
    }

    private static TimeOnly? Time(string text, string half)
    {
        var parts = text.Split(':', '.');
        var hour = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var minute = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        if (half.Length > 0)
        {
            if (hour is < 1 or > 12) return null;
            hour = (hour % 12) + (half.StartsWith('p') || half.StartsWith('P') ? 12 : 0);
        }

        return hour > 23 || minute > 59 ? null : new TimeOnly(hour, minute);
    }

    private static List<WeeklyWindow> Join(List<WeeklyWindow> windows)
    {
        var joined = new List<WeeklyWindow>();
        foreach (var window in windows.OrderBy(w => Array.IndexOf(Week, w.Day)).ThenBy(w => w.From))
        {
            if (joined.Count > 0 && joined[^1] is var before && before.Day == window.Day && window.From <= before.Until)
                joined[^1] = before with { Until = window.Until > before.Until ? window.Until : before.Until };
            else
                joined.Add(window);
        }

        return joined;
    }

    [GeneratedRegex(
        @"^(?<days>[A-Za-z][A-Za-z .&/+\-\u2013]*?)[ :]*(?<from>[0-9]{1,2}([:.][0-9]{2})?) ?(?<fromHalf>[ap]m)? ?(-|\u2013|to|until) ?(?<until>[0-9]{1,2}([:.][0-9]{2})?) ?(?<untilHalf>[ap]m)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Part();

    [GeneratedRegex(@" ?(?:-|\u2013| to ) ?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Between();
}
