namespace Mentoring.Matching;

/// <summary>
/// How long a match has run, in bands: since the first meeting was written down, or since the offer where there was none yet. The bands have the
/// programme's own marks in them: the first month with its two check-ins, the reviews at three, six and twelve months.
/// </summary>
public enum MatchAge
{
    /// <summary>Less than a month.</summary>
    UnderOneMonth,

    /// <summary>A month, less than three.</summary>
    FromOneMonth,

    /// <summary>Three months, less than six.</summary>
    FromThreeMonths,

    /// <summary>Six months, less than twelve.</summary>
    FromSixMonths,

    /// <summary>Twelve months or more.</summary>
    FromTwelveMonths,
}

/// <summary>Sorts matches into the bands.</summary>
public static class MatchAges
{
    // From the oldest to the youngest, as the database counts thresholds.
    private static readonly int[] Months = [12, 6, 3, 1];

    /// <summary>
    /// The first days that are too late for the oldest band, the next, and so on: a match that began before the first of them has run twelve months on
    /// that day. Months are calendar months: what began on the 31st of a long month has run a month on the last day of a short one.
    /// </summary>
    public static DateOnly[] Thresholds(DateOnly day) => [.. Months.Select(months => day.AddMonths(-months).AddDays(1))];

    /// <summary>The band of a number of thresholds that were passed.</summary>
    public static MatchAge Of(int passed) => (MatchAge)(Months.Length - passed);
}
