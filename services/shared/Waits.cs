namespace Mentoring.Shared;

/// <summary>
/// How long some people waited, in whole days. Told as quarters and not as a mean, because a few long waits pull a mean away from what most
/// people lived through.
/// </summary>
public sealed record Waits
{
    /// <summary>How many people, or matches where it says so.</summary>
    /// <example>48</example>
    public required int Count { get; init; }

    /// <summary>A quarter of them waited so many days or fewer; null when there is nobody.</summary>
    /// <example>12</example>
    public required int? Quarter { get; init; }

    /// <summary>Half of them waited so many days or fewer; null when there is nobody.</summary>
    /// <example>21</example>
    public required int? Half { get; init; }

    /// <summary>Three quarters of them waited so many days or fewer; null when there is nobody.</summary>
    /// <example>40</example>
    public required int? ThreeQuarters { get; init; }

    /// <summary>The longest wait, in days; null when there is nobody.</summary>
    /// <example>112</example>
    public required int? Longest { get; init; }

    /// <summary>Reads them from how many waited each number of days, as a database counts them. Each figure is a wait that somebody had: nothing is put between two.</summary>
    public static Waits Of(IEnumerable<(int Days, int Count)> counted)
    {
        var waits = counted.Where(w => w.Count > 0).OrderBy(w => w.Days).ToArray();
        var all = waits.Sum(w => w.Count);
        return new() { Count = all, Quarter = Within(1), Half = Within(2), ThreeQuarters = Within(3), Longest = Within(4) };

        // The fewest days within which so many quarters of all had waited.
        int? Within(int quarters)
        {
            var sofar = 0;
            foreach (var (days, count) in waits)
            {
                sofar += count;
                if (sofar * 4L >= (long)all * quarters) return days;
            }

            return null;
        }
    }
}
