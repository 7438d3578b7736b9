using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Which young people a caseworker works with: their own, and those of colleagues they cover for today.</summary>
internal static class Caseload
{
    /// <summary>The young people of a caseworker on a local date.</summary>
    public static IQueryable<MenteeCopy> CaseloadOf(this MatchingDb db, CaseworkerId caseworker, DateOnly today) =>
        db.Mentees.Where(m => m.Caseworker == caseworker
            || db.Covers.Any(c => c.Id == m.Caseworker && c.CoveredBy == caseworker && c.First <= today && today <= c.Last));

    /// <summary>Whether the caller is a caseworker who works with this young person today.</summary>
    public static async Task<bool> IsCaseworkerOf(this MatchingDb db, Caller caller, MenteeId mentee, DateOnly today, CancellationToken cancel) =>
        caller.Is(Roles.Caseworker) && await db.CaseloadOf(caller.Caseworker, today).AnyAsync(m => m.Id == mentee, cancel);
}
