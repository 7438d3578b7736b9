using Mentoring.Contracts.Mentees;
using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>Who covers for an absent caseworker; one row a caseworker, the last cover told.</summary>
public sealed class Cover
{
    /// <summary>The absent caseworker.</summary>
    public required CaseworkerId Id { get; init; }

    /// <summary>Who covers; null when the cover was taken back.</summary>
    public CaseworkerId? CoveredBy { get; private set; }

    /// <summary>The first local date (Europe/London).</summary>
    public DateOnly First { get; private set; }

    /// <summary>The last local date, inclusive.</summary>
    public DateOnly Last { get; private set; }

    /// <summary>The time of the last fact, UTC.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>Remembers a cover. Returns false when something newer is remembered already.</summary>
    public bool Remember(CoverArranged fact)
    {
        if (fact.At < At) return false;
        CoveredBy = fact.CoverId is { } cover ? new CaseworkerId(cover) : null;
        (First, Last, At) = (fact.First, fact.Last, fact.At);
        return true;
    }
}
