using System.Globalization;

namespace Mentoring.Portal;

/// <summary>A date as it is typed: three boxes, each kept as it was when it is wrong.</summary>
public sealed class DateParts
{
    /// <summary>The day of the month.</summary>
    public string? Day { get; set; }

    /// <summary>The month, as a number or a name.</summary>
    public string? Month { get; set; }

    /// <summary>The year, four digits.</summary>
    public string? Year { get; set; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    /// <summary>The boxes for a date.</summary>
    public static DateParts From(DateOnly? date) => date is { } d
        ? new() { Day = d.Day.ToString(CultureInfo.InvariantCulture), Month = d.Month.ToString(CultureInfo.InvariantCulture), Year = d.Year.ToString(CultureInfo.InvariantCulture) }
        : new();

    /// <summary>The date that was typed; null when there is no such date.</summary>
    public DateOnly? Read()
    {
        if (!int.TryParse(Day, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var day)
            || !int.TryParse(Year, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var year)
            || MonthNumber() is not { } month || year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        return new(year, month, day);
    }

    private int? MonthNumber()
    {
        var typed = Month?.Trim() ?? string.Empty;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        if (typed.Length < 3) return null;
        var names = Say.British.DateTimeFormat.MonthNames;
        var found = Array.FindIndex(names, n => n.Length > 0 && n.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : found + 1;
    }
}
