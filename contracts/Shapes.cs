namespace Mentoring.Contracts;

/// <summary>A window that comes back every week, in the local time of the zone that stands beside it. <see cref="From"/> is before <see cref="Until"/>; a window never crosses midnight.</summary>
public sealed record WeeklyWindow
{
    /// <summary>The day of the week.</summary>
    public required DayOfWeek Day { get; init; }

    /// <summary>Local start, to the minute.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>Local end, to the minute, exclusive.</summary>
    public required TimeOnly Until { get; init; }
}

/// <summary>A dated change to the weekly pattern: away for whole days, or free at other hours.</summary>
public sealed record AvailabilityChange
{
    /// <summary>The first local date it holds for.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The last local date it holds for, inclusive.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>The hours that replace the weekly ones on each of these days; both null means away all day.</summary>
    public required TimeOnly? From { get; init; }

    /// <summary>Local end of the replacing hours, exclusive; null exactly when <see cref="From"/> is.</summary>
    public required TimeOnly? Until { get; init; }
}

/// <summary>What a young person asks of a mentor's own description.</summary>
public sealed record TraitPreference
{
    /// <summary>A word from <see cref="Vocabulary.Wishes"/>: something a mentor says of themselves, or the kind of work they do.</summary>
    public required string Trait { get; init; }

    /// <summary>How strongly: <c>must</c>, <c>prefer</c> or <c>avoid</c> (see <see cref="Vocabulary.Strengths"/>). An <c>avoid</c> rules a mentor out.</summary>
    public required string Strength { get; init; }
}
