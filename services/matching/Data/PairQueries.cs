using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Questions that several use cases ask.</summary>
internal static class PairQueries
{
    /// <summary>The states in which a match is over.</summary>
    public static readonly MatchState[] Over = [MatchState.Ended, MatchState.Declined, MatchState.Rejected];
    private static readonly MatchState[] ApprovedOn = [MatchState.Approved, MatchState.Active, MatchState.Ending];

    /// <summary>Those that are not over: each holds a place of its mentor.</summary>
    public static IQueryable<Match> StillOpen(this IQueryable<Match> matches) => matches.Where(m => !Over.Contains(m.State));

    /// <summary>How many other matches of the same mentor are approved and not over. Exact while the mentor's row is held.</summary>
    public static Task<int> ApprovedOthers(this MatchingDb db, Match match, CancellationToken cancel) =>
        db.Matches.CountAsync(m => m.MentorId == match.MentorId && m.Id != match.Id && ApprovedOn.Contains(m.State), cancel);

    /// <summary>Offers and matches from a page's cursor on, to be read and not changed.</summary>
    public static IQueryable<Match> MatchesAfter(this MatchingDb db, PageQuery page) =>
        db.Matches.FromSql($"select *, xmin from matches where id > {page.After ?? Guid.Empty}").AsNoTracking();

    /// <summary>The newest policy.</summary>
    public static Task<MatchingPolicy> NewestPolicy(this MatchingDb db, CancellationToken cancel) =>
        db.Policies.AsNoTracking().OrderByDescending(p => p.Version).FirstAsync(cancel);

    /// <summary>Why nobody can be offered to this young person now.</summary>
    public static async Task<IReadOnlyList<Obstacle>> ObstaclesOf(this MatchingDb db, MenteeCopy mentee, MatchingPolicy policy, DateTimeOffset now, CancellationToken cancel)
    {
        MatchState[] chosen = [MatchState.AgreedByMentee, MatchState.AgreedByMentor, MatchState.Approved, MatchState.Active, MatchState.Ending];
        var hasOpenMatch = await db.Matches.AnyAsync(m => m.MenteeId == mentee.Id && chosen.Contains(m.State), cancel);
        var lastEnded = await db.Matches.Where(m => m.MenteeId == mentee.Id && m.State == MatchState.Ended && m.ActiveAt != null).MaxAsync(m => m.OverAt, cancel);
        return Eligibility.OfMentee(policy, mentee, hasOpenMatch, lastEnded is { } ended ? London.DateAt(ended) : null, London.DateAt(now));
    }

    /// <summary>
    /// Places taken of mentors, and the last no between each of them and this young person. Whoever of the two stopped an
    /// approved match before the first meeting said no as well.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="mentee">The young person.</param>
    /// <param name="mentors">Which mentors; null for all.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<Dictionary<MentorId, PairHistory>> Histories(this MatchingDb db, MenteeId mentee, MentorId[]? mentors, CancellationToken cancel)
    {
        var matches = mentors is null ? db.Matches : db.Matches.Where(m => mentors.Contains(m.MentorId));
        var taken = await matches.StillOpen().GroupBy(m => m.MentorId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var noes = await matches.Where(m => m.MenteeId == mentee)
            .Where(m => m.State == MatchState.Declined || (m.State == MatchState.Ended && m.ActiveAt == null && (m.OverBy == Voice.Mentee || m.OverBy == Voice.Mentor)))
            .GroupBy(m => m.MentorId)
            .Select(g => new { g.Key, Last = g.Max(m => m.OverAt) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancel);
        return taken.Keys.Union(noes.Keys).ToDictionary(
            id => id,
            id => new PairHistory(taken.GetValueOrDefault(id), noes.GetValueOrDefault(id) is { } no ? London.DateAt(no) : null));
    }
}
