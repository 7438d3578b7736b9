using Mentoring.Contracts.Mentees;
using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>
/// Who looks after an absent caseworker's caseload, and on which days. One at a time. Cover is not passed on: who covers for
/// somebody does not see what that person covers for others.
/// </summary>
public sealed class Cover : Aggregate
{
    /// <summary>The longest cover, in days.</summary>
    public const int MostDays = 366;

    /// <summary>The absent caseworker.</summary>
    public required CaseworkerId Caseworker { get; init; }

    /// <summary>Who covers; null when the cover was taken back.</summary>
    public CaseworkerId? CoverId { get; private set; }

    /// <summary>The first date in London.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The last date in London, inclusive.</summary>
    public DateOnly Last { get; private set; }

    /// <summary>Nobody covers yet.</summary>
    public static Cover For(CaseworkerId caseworker) => new() { Caseworker = caseworker };

    /// <summary>Another caseworker covers, in place of any cover before.</summary>
    public Decision Arrange(CaseworkerId cover, DateOnly first, DateOnly last, DateOnly today, DateTimeOffset at)
    {
        if (cover == Caseworker) return Decision.Refused("A caseworker cannot cover for themselves. Choose a colleague.");
        if (last < first) return Decision.Refused("The last day of the cover is before the first.");
        if (last < today) return Decision.Refused("This cover would be over already. Choose days to come.");
        if (last.DayNumber - first.DayNumber >= MostDays || first > today.AddYears(1)) return Decision.Refused("Cover is for a year at most and starts within a year.");
        if ((CoverId, First, Last) == (cover, first, last)) return Decision.AlreadySo;
        (CoverId, First, Last) = (cover, first, last);
        TellIt(at);
        return Decision.Done;
    }

    /// <summary>The caseworker is back, or nobody covers after all.</summary>
    public Decision TakeBack(DateTimeOffset at)
    {
        if (CoverId is null) return Decision.AlreadySo;
        CoverId = null;
        TellIt(at);
        return Decision.Done;
    }

    private void TellIt(DateTimeOffset at) =>
        Tell(new CoverArranged { CaseworkerId = Caseworker.Value, CoverId = CoverId?.Value, First = First, Last = Last, At = at });
}
