namespace Mentoring.Sessions;

/// <summary>A stretch of time.</summary>
/// <param name="From">Its first moment, UTC.</param>
/// <param name="Until">Its end, UTC, which is no longer part of it.</param>
public readonly record struct Stretch(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>So many minutes from a start.</summary>
    public static Stretch Of(DateTimeOffset start, int minutes) => new(start.ToUniversalTime(), start.ToUniversalTime().AddMinutes(minutes));

    /// <summary>How long it is.</summary>
    public TimeSpan Length => Until - From;

    /// <summary>The same with so much more before and after it.</summary>
    public Stretch Widened(TimeSpan by) => new(From - by, Until + by);

    /// <summary>Whether the two share a moment. Stretches that only touch do not.</summary>
    public bool Overlaps(Stretch other) => From < other.Until && other.From < Until;

    /// <summary>Whether all of the other lies within this one.</summary>
    public bool Covers(Stretch other) => From <= other.From && other.Until <= Until;

    /// <summary>The same time as fewest stretches, in order: those that overlap or touch become one.</summary>
    public static IReadOnlyList<Stretch> Joined(IEnumerable<Stretch> stretches)
    {
        List<Stretch> joined = [];
        foreach (var stretch in stretches.Where(s => s.From < s.Until).OrderBy(s => s.From))
        {
            if (joined.Count > 0 && stretch.From <= joined[^1].Until)
                joined[^1] = joined[^1] with { Until = stretch.Until > joined[^1].Until ? stretch.Until : joined[^1].Until };
            else
                joined.Add(stretch);
        }

        return joined;
    }

    /// <summary>What is left of some time when other time is taken out of it, in order.</summary>
    public static IEnumerable<Stretch> Without(IEnumerable<Stretch> stretches, IEnumerable<Stretch> taken)
    {
        var holes = Joined(taken);
        var next = 0;
        foreach (var stretch in Joined(stretches))
        {
            var from = stretch.From;
            while (next < holes.Count && holes[next].Until <= from) next++;

            // The last hole may reach into the stretch that comes next, so that it is not passed here.
            for (var i = next; i < holes.Count && holes[i].From < stretch.Until; i++)
            {
                if (from < holes[i].From) yield return new(from, holes[i].From);
                from = holes[i].Until;
            }

            if (from < stretch.Until) yield return new(from, stretch.Until);
        }
    }
}
