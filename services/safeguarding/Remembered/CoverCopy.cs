using Mentoring.Shared;

namespace Mentoring.Safeguarding;

/// <summary>Who stands in for an absent caseworker, and when.</summary>
public sealed class CoverCopy
{
    /// <summary>The absent caseworker.</summary>
    public required CaseworkerId Id { get; init; }

    /// <summary>Who stands in; null when nobody does.</summary>
    public CaseworkerId? CoverId { get; private set; }

    /// <summary>The first date in London.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The last date in London, inclusive.</summary>
    public DateOnly Last { get; private set; }

    /// <summary>When the last fact about the cover happened, UTC.</summary>
    public DateTimeOffset? ArrangedAt { get; private set; }

    /// <summary>Takes a fact about the cover in, unless a newer one is remembered.</summary>
    public void Arrange(CaseworkerId? cover, DateOnly first, DateOnly last, DateTimeOffset at)
    {
        if (at < ArrangedAt) return;
        CoverId = cover;
        First = first;
        Last = last;
        ArrangedAt = at.ToUniversalTime();
    }
}
