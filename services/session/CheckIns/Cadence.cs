namespace Mentoring.Sessions;

/// <summary>
/// When the next check-in with one side of a match is due: twice in the first month, then every month (Elements of Effective
/// Practice for Mentoring, 4th edition, standard 5).
/// </summary>
public static class Cadence
{
    /// <summary>The first one is due so many days after the match began.</summary>
    public const int FirstAfter = 14;

    /// <summary>The second one is due so many days after the match began.</summary>
    public const int SecondAfter = 28;

    /// <summary>How many days before it is due a check-in is asked for.</summary>
    public const int Ahead = 7;

    /// <summary>The date in London by which the next one is due.</summary>
    /// <param name="began">The date on which the match began.</param>
    /// <param name="held">How many were held.</param>
    /// <param name="last">The date of the last one; null when none was held.</param>
    public static DateOnly NextDue(DateOnly began, int held, DateOnly? last)
    {
        if (last is not { } before) return began.AddDays(FirstAfter);

        // A second one in the first month, but not in the days right after the first.
        var second = Later(began.AddDays(SecondAfter), before.AddDays(Ahead));
        var monthly = before.AddMonths(1);
        return held == 1 && second < monthly ? second : monthly;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
