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

    /// <summary>The local dates on which mentors' last active matches ended; those without any are left out.</summary>
    public static async Task<Dictionary<MentorId, DateOnly>> LastEndedOfMentors(this IQueryable<Match> matches, CancellationToken cancel) =>
        (await matches.Where(m => m.State == MatchState.Ended && m.ActiveAt != null).GroupBy(m => m.MentorId).Select(g => new { g.Key, Last = g.Max(m => m.OverAt) }).ToListAsync(cancel))
            .ToDictionary(g => g.Key, g => London.DateAt(g.Last!.Value));

    /// <summary>Why nobody can be offered to this young person now.</summary>
    public static async Task<IReadOnlyList<Obstacle>> ObstaclesOf(this MatchingDb db, MenteeCopy mentee, MatchingPolicy policy, DateTimeOffset now, CancellationToken cancel)
    {
        MatchState[] chosen = [MatchState.AgreedByMentee, MatchState.AgreedByMentor, MatchState.Approved, MatchState.Active, MatchState.Ending];
        var hasOpenMatch = await db.Matches.AnyAsync(m => m.MenteeId == mentee.Id && chosen.Contains(m.State), cancel);
        return Eligibility.OfMentee(policy, mentee, hasOpenMatch, await db.LastEnded(mentee.Id, cancel), London.DateAt(now));
    }

    /// <summary>
    /// What is known of this young person and mentors beside their profiles. Whoever of the two stopped an approved match before the
    /// first meeting said no as well.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="mentee">The young person.</param>
    /// <param name="mentors">Which mentors.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<PairHistories> Histories(this MatchingDb db, MenteeId mentee, MentorId[] mentors, CancellationToken cancel)
    {
        var matches = db.Matches.Where(m => mentors.Contains(m.MentorId));
        return new(
            await matches.StillOpen().GroupBy(m => m.MentorId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel),
            await matches.Where(m => m.MenteeId == mentee)
                .Where(m => m.State == MatchState.Declined || (m.State == MatchState.Ended && m.ActiveAt == null && (m.OverBy == Voice.Mentee || m.OverBy == Voice.Mentor)))
                .GroupBy(m => m.MentorId)
                .Select(g => new { g.Key, Last = g.Max(m => m.OverAt) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancel),
            await db.PairMarks.AsNoTracking().Where(m => m.MenteeId == mentee).ToDictionaryAsync(m => m.MentorId, cancel),
            await db.LastEnded(mentee, cancel));
    }

    /// <summary>The local date on which a young person's last active match ended; null when there was none.</summary>
    private static async Task<DateOnly?> LastEnded(this MatchingDb db, MenteeId mentee, CancellationToken cancel) =>
        await db.Matches.Where(m => m.MenteeId == mentee && m.State == MatchState.Ended && m.ActiveAt != null).MaxAsync(m => m.OverAt, cancel) is { } ended ? London.DateAt(ended) : null;
}

/// <summary>What is known of a young person and mentors beside their profiles.</summary>
/// <param name="Taken">How many places of a mentor are held or taken.</param>
/// <param name="Noes">When the last no between the two was said.</param>
/// <param name="Marks">Pins and bans.</param>
/// <param name="LastEnded">The local date on which the young person's last active match ended.</param>
internal sealed record PairHistories(Dictionary<MentorId, int> Taken, Dictionary<MentorId, DateTimeOffset?> Noes, Dictionary<MentorId, PairMark> Marks, DateOnly? LastEnded)
{
    /// <summary>The history with one mentor.</summary>
    public PairHistory Of(MentorId mentor) => new(Taken.GetValueOrDefault(mentor), Noes.GetValueOrDefault(mentor) is { } no ? London.DateAt(no) : null)
    {
        Ban = Marks.GetValueOrDefault(mentor)?.BanKind,
        LastEnded = LastEnded,
    };
}
