namespace Mentoring.Sessions;

/// <summary>When the two and their caseworker look at the whole of it together.</summary>
public enum Milestone
{
    /// <summary>Six weeks after the beginning: does it fit?</summary>
    SixWeeks,

    /// <summary>Three months.</summary>
    ThreeMonths,

    /// <summary>Six months.</summary>
    SixMonths,

    /// <summary>Twelve months: go on, or end well?</summary>
    TwelveMonths,
}

/// <summary>When the next review of a match is due.</summary>
public static class Milestones
{
    /// <summary>How many days before it is due a review is asked for: three people find a time.</summary>
    public const int Ahead = 14;

    /// <summary>The date in London by which one is due.</summary>
    public static DateOnly DueOn(DateOnly began, Milestone milestone) => milestone switch
    {
        Milestone.SixWeeks => began.AddDays(42),
        Milestone.ThreeMonths => began.AddMonths(3),
        Milestone.SixMonths => began.AddMonths(6),
        _ => began.AddMonths(12),
    };

    /// <summary>
    /// The one that is asked for; null when none is. One that was never held is asked for until the next one is: then it is past, and
    /// nobody makes up for it.
    /// </summary>
    /// <param name="began">The date on which the match began.</param>
    /// <param name="held">Those that were held.</param>
    /// <param name="today">Today in London.</param>
    public static Milestone? Asked(DateOnly began, IReadOnlyCollection<Milestone> held, DateOnly today)
    {
        var reached = Enum.GetValues<Milestone>().Where(m => DueOn(began, m).AddDays(-Ahead) <= today).ToArray();
        return reached is [.., var last] && !held.Contains(last) ? last : null;
    }
}
