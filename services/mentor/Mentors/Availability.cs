using Mentoring.Contracts;
using NodaTime;

namespace Mentoring.Mentors;

/// <summary>When a mentor is usually free, in local time of a zone, and the dated changes to it.</summary>
public sealed record Availability
{
    /// <summary>The programme's usual zone.</summary>
    public const string London = "Europe/London";

    /// <summary>Nothing is known yet.</summary>
    public static Availability Unknown { get; } = new() { Zone = London, Weekly = [], Exceptions = [] };

    /// <summary>The IANA zone of every time here.</summary>
    public required string Zone { get; init; }

    /// <summary>Weekly windows, in the order of the week from Monday, not overlapping.</summary>
    public required IReadOnlyList<WeeklyWindow> Weekly { get; init; }

    /// <summary>Dated changes, in the order of their dates, at most one for a date.</summary>
    public required IReadOnlyList<AvailabilityChange> Exceptions { get; init; }

    /// <summary>Whether two say the same.</summary>
    public bool SameAs(Availability other) =>
        Zone == other.Zone && Weekly.SequenceEqual(other.Weekly) && Exceptions.SequenceEqual(other.Exceptions);

    /// <summary>The same windows and changes in their order.</summary>
    public Availability InOrder() => this with
    {
        Weekly = [.. Weekly.OrderBy(w => ((int)w.Day + 6) % 7).ThenBy(w => w.From)],
        Exceptions = [.. Exceptions.OrderBy(e => e.First)],
    };

    /// <summary>What makes it impossible, as a sentence; null when nothing does. Expects <see cref="InOrder"/>.</summary>
    public string? WhatIsWrong(DateOnly today)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is null) return "zone is not an IANA time zone. Most people here use Europe/London.";
        foreach (var window in Weekly)
        {
            if (!IsWholeMinutes(window.From) || !IsWholeMinutes(window.Until)) return "Times are in whole minutes.";
            if (window.From >= window.Until) return $"On {window.Day} a window ends before it starts. A window that crosses midnight is two windows.";
        }

        foreach (var (before, after) in Weekly.Zip(Weekly.Skip(1)))
            if (before.Day == after.Day && after.From < before.Until) return $"Two windows on {after.Day} overlap.";

        foreach (var change in Exceptions)
        {
            if (change.First > change.Last) return "A dated change ends before it starts.";
            if (change.First < today.AddYears(-1) || change.Last > today.AddYears(2)) return "Dated changes are within a year back and two years ahead.";
            if (change.From is null != change.Until is null) return "A dated change has both from and until, or neither for away all day.";
            if (change is { From: { } from, Until: { } until } && (from >= until || !IsWholeMinutes(from) || !IsWholeMinutes(until)))
                return "The hours of a dated change start before they end, in whole minutes.";
        }

        foreach (var (before, after) in Exceptions.Zip(Exceptions.Skip(1)))
            if (after.First <= before.Last) return $"Two dated changes speak of {after.First:yyyy-MM-dd}. Say one thing for a date.";
        return null;
    }

    private static bool IsWholeMinutes(TimeOnly time) => time.Ticks % TimeSpan.TicksPerMinute == 0;
}
