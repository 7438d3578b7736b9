namespace Mentoring.Matching;

/// <summary>One group of those who wait, and how many of it get a place.</summary>
public sealed record SpreadRow
{
    /// <summary>The group, in words.</summary>
    /// <example>16 or 17</example>
    public required string Group { get; init; }

    /// <summary>How many wait.</summary>
    /// <example>24</example>
    public required int Waiting { get; init; }

    /// <summary>How many of them the present policy's best plan gives a mentor.</summary>
    /// <example>15</example>
    public required int Present { get; init; }

    /// <summary>How many of them the draft's best plan gives a mentor.</summary>
    /// <example>17</example>
    public required int Draft { get; init; }
}

/// <summary>
/// Keeps small numbers back. A group is told only if each of its numbers is 5 or more, and if who is left without a mentor is nobody or 5 or
/// more, because that can be worked out. The groups that are not told stand together in one row, and as long as that row itself would give a
/// small number away, or holds one group alone, which could be worked out from the totals, the next smallest group goes into it. If it never
/// holds, nothing is told. Source: the disclosure rules of the Office for National Statistics (threshold, and secondary suppression).
/// </summary>
public static class SmallNumbers
{
    /// <summary>The smallest number that is told.</summary>
    public const int Least = 5;

    /// <summary>What the row of the groups that are not told is called.</summary>
    public const string Others = "other groups together";

    /// <summary>What can be told of groups that together are everybody; empty when nothing can.</summary>
    public static IReadOnlyList<SpreadRow> Tell(IReadOnlyCollection<SpreadRow> groups)
    {
        List<SpreadRow> told = [.. groups.Where(CanBeTold)], together = [.. groups.Where(g => !CanBeTold(g))];
        if (together.Count == 0) return told;
        while (told.Count > 0 && (together.Count < 2 || !CanBeTold(Sum(together))))
        {
            var smallest = told.OrderBy(g => g.Waiting).ThenBy(g => Math.Min(g.Present, g.Draft)).ThenBy(g => g.Group, StringComparer.Ordinal).First();
            told.Remove(smallest);
            together.Add(smallest);
        }

        return told.Count == 0 ? [] : [.. told, Sum(together)];
    }

    private static bool CanBeTold(SpreadRow row) =>
        row.Waiting >= Least && row.Present >= Least && row.Draft >= Least && IsNobodyOrMany(row.Waiting - row.Present) && IsNobodyOrMany(row.Waiting - row.Draft);

    private static bool IsNobodyOrMany(int count) => count is 0 or >= Least;

    private static SpreadRow Sum(IReadOnlyCollection<SpreadRow> groups) =>
        new() { Group = Others, Waiting = groups.Sum(g => g.Waiting), Present = groups.Sum(g => g.Present), Draft = groups.Sum(g => g.Draft) };
}
