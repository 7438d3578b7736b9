using System.ComponentModel.DataAnnotations;
using Mentoring.Contracts;

namespace Mentoring.Mentors;

/// <summary>A weekly window in local time.</summary>
public sealed record WindowRequest
{
    /// <summary>The day: <c>monday</c> to <c>sunday</c>.</summary>
    /// <example>tuesday</example>
    public required DayOfWeek Day { get; init; }

    /// <summary>Local start, in whole minutes.</summary>
    /// <example>18:00:00</example>
    public required TimeOnly From { get; init; }

    /// <summary>Local end, in whole minutes, after the start on the same day.</summary>
    /// <example>20:00:00</example>
    public required TimeOnly Until { get; init; }
}

/// <summary>A dated change: other hours on some days, or away.</summary>
public sealed record ChangeRequest
{
    /// <summary>The first local date.</summary>
    /// <example>2026-12-21</example>
    public required DateOnly First { get; init; }

    /// <summary>The last local date, inclusive.</summary>
    /// <example>2027-01-03</example>
    public required DateOnly Last { get; init; }

    /// <summary>The start of the hours that replace the weekly ones; left out for away all day.</summary>
    public TimeOnly? From { get; init; }

    /// <summary>The end of those hours; left out for away all day.</summary>
    public TimeOnly? Until { get; init; }
}

/// <summary>When a mentor is free.</summary>
public sealed record AvailabilityRequest
{
    /// <summary>The IANA zone of the times; Europe/London when left out.</summary>
    /// <example>Europe/London</example>
    [StringLength(64, MinimumLength = 1, ErrorMessage = "zone is an IANA time zone, such as Europe/London.")]
    public string Zone { get; init; } = Availability.London;

    /// <summary>Weekly windows, up to 50, not overlapping; empty for no weekly time at all.</summary>
    [MaxLength(50, ErrorMessage = "There are more than 50 weekly windows.")]
    public required IReadOnlyList<WindowRequest> Weekly { get; init; }

    /// <summary>Dated changes, up to 100, at most one for a date.</summary>
    [MaxLength(100, ErrorMessage = "There are more than 100 dated changes.")]
    public IReadOnlyList<ChangeRequest> Exceptions { get; init; } = [];

    /// <summary>The availability asked for, or what is wrong with it as a sentence.</summary>
    internal (Availability? Availability, string? Wrong) Read(DateOnly today)
    {
        if (Weekly.Any(w => w is null) || Exceptions.Any(e => e is null)) return (null, "A window or a dated change is missing where one should stand.");
        var availability = new Availability
        {
            Zone = Zone,
            Weekly = [.. Weekly.Select(w => new WeeklyWindow { Day = w.Day, From = w.From, Until = w.Until })],
            Exceptions = [.. Exceptions.Select(e => new AvailabilityChange { First = e.First, Last = e.Last, From = e.From, Until = e.Until })],
        }.InOrder();
        return availability.WhatIsWrong(today) is { } wrong ? (null, wrong) : (availability, null);
    }
}

/// <summary>When a mentor is free.</summary>
public sealed record AvailabilityAnswer
{
    /// <summary>The IANA zone of the times.</summary>
    public required string Zone { get; init; }

    /// <summary>Weekly windows from Monday on; empty when none are known.</summary>
    public required IReadOnlyList<WeeklyWindow> Weekly { get; init; }

    /// <summary>Dated changes in their order; without hours they mean away all day.</summary>
    public required IReadOnlyList<AvailabilityChange> Exceptions { get; init; }

    internal static AvailabilityAnswer Of(Availability availability) => new() { Zone = availability.Zone, Weekly = availability.Weekly, Exceptions = availability.Exceptions };
}
