using Mentoring.Shared;

namespace Mentoring.Mentors;

/// <summary>One page of a list that was filtered or searched, and how many there are in all.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record Found<T>
{
    /// <summary>The items, in the list's order.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Give this as <c>after</c> to get the next page; null on the last.</summary>
    public required Guid? Next { get; init; }

    /// <summary>How many there are on all pages together.</summary>
    public required int Total { get; init; }

    internal static Found<T> Of(Page<T> page, int total) => new() { Items = page.Items, Next = page.Next, Total = total };
}
