namespace Mentoring.Shared;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record Page<T>
{
    /// <summary>The items, in the list's order.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Give this as <c>after</c> to get the next page; null on the last.</summary>
    public required Guid? Next { get; init; }
}

/// <summary>Which page of a list is asked for. Lists are in the order of their ids, which is the order of creation.</summary>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Take">How many, 1 to 100; 50 when left out.</param>
public readonly record struct PageQuery(Guid? After, int? Take)
{
    /// <summary>How many rows to read: one more than the page, to know whether another follows.</summary>
    public int Limit => Math.Clamp(Take ?? 50, 1, 100) + 1;

    /// <summary>Cuts the rows read to the page.</summary>
    public Page<T> Cut<T>(IReadOnlyList<T> rows, Func<T, Guid> id) => rows.Count < Limit
        ? new() { Items = rows, Next = null }
        : new() { Items = [.. rows.Take(Limit - 1)], Next = id(rows[Limit - 2]) };
}
