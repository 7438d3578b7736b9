using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>
/// When a match was last in touch, and when it counts as quiet. Contact is a session that was held, or a check-in or review, in which
/// a caseworker spoke with either side: a booking alone is a hope, not contact.
/// </summary>
public static class Contact
{
    /// <summary>A match is quiet once so many days have gone by since the last contact.</summary>
    public const int QuietAfter = 14;

    /// <summary>The date in London of the last contact: the latest of these.</summary>
    /// <param name="began">The date on which the match began, which all three met for.</param>
    /// <param name="held">The date of the last session that was held; null when none was.</param>
    /// <param name="spoken">The date of the last check-in or review with either side; null when there was none.</param>
    public static DateOnly Last(DateOnly began, DateOnly? held, DateOnly? spoken) => Later(Later(began, held), spoken);

    /// <summary>Whether a match is quiet.</summary>
    public static bool IsQuiet(DateOnly last, DateOnly today) => last.AddDays(QuietAfter) <= today;

    private static DateOnly Later(DateOnly one, DateOnly? other) => other > one ? other.Value : one;
}

/// <summary>A match and when it was last in touch.</summary>
/// <param name="Match">The match.</param>
/// <param name="On">The date in London of the last contact.</param>
/// <param name="CheckedInOn">The date of the last check-in; null when there was none.</param>
internal sealed record LastContact(MatchCopy Match, DateOnly On, DateOnly? CheckedInOn);

/// <summary>Reads contacts from the database.</summary>
internal static class Contacts
{
    /// <summary>Those that have begun and are not over.</summary>
    public static IQueryable<MatchCopy> GoingOn(this IQueryable<MatchCopy> matches) => matches.Where(m => m.ActivatedAt != null && m.State != MatchState.Ended);

    /// <summary>When each of some matches was last in touch; only those that have begun and are not over.</summary>
    public static async Task<IReadOnlyList<LastContact>> LastContacts(this SessionDb db, IQueryable<MatchCopy> matches, CancellationToken cancel)
    {
        var rows = await matches.GoingOn().AsNoTracking()
            .Select(m => new
            {
                Match = m,
                Held = db.Sessions.Where(s => s.MatchId == m.Id && s.State == SessionState.Held).Max(s => (DateTimeOffset?)s.StartsAt),
                CheckedIn = db.CheckIns.Where(c => c.MatchId == m.Id).Max(c => (DateOnly?)c.HeldOn),
                Reviewed = db.Reviews.Where(v => v.MatchId == m.Id).Max(v => (DateOnly?)v.HeldOn),
            })
            .ToArrayAsync(cancel);
        return
        [
            .. rows.Select(r => new LastContact(
                r.Match,
                Contact.Last(London.DateAt(r.Match.ActivatedAt!.Value), r.Held is { } at ? London.DateAt(at) : null, r.Reviewed > r.CheckedIn || r.CheckedIn is null ? r.Reviewed : r.CheckedIn),
                r.CheckedIn)),
        ];
    }

    /// <summary>Who looks after a young person on a day: their caseworker, and whoever covers for them; nobody when nothing was heard yet.</summary>
    public static async Task<IReadOnlyList<CaseworkerId>> LookingAfter(this SessionDb db, MenteeId mentee, DateOnly today, CancellationToken cancel)
    {
        if (await db.Mentees.Where(m => m.Id == mentee).Select(m => m.CaseworkerId).SingleOrDefaultAsync(cancel) is not { } caseworker) return [];
        var cover = await db.Covers.Where(c => c.Id == caseworker && c.First <= today && today <= c.Last).Select(c => c.CoverId).SingleOrDefaultAsync(cancel);
        return cover is { } other && other != caseworker ? [caseworker, other] : [caseworker];
    }
}
