using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>A match with everything its next move depends on, held until the end of the transaction.</summary>
/// <param name="Match">The match.</param>
/// <param name="Mentee">The young person.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="OtherOffers">The young person's other open offers.</param>
internal sealed record HeldMatch(Match Match, MenteeCopy Mentee, MentorCopy Mentor, IReadOnlyList<Match> OtherOffers);

/// <summary>A young person of the caller's, a mentor, and what was decided about the two, held until the end of the transaction.</summary>
/// <param name="Mentee">The young person.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mark">The pin or ban; null when there is none.</param>
internal sealed record HeldPair(MenteeCopy Mentee, MentorCopy Mentor, PairMark? Mark);

/// <summary>
/// Takes rows for update, always in the same order, so that nobody waits for each other in a ring: the young person, then
/// mentors by id, then matches by id.
/// </summary>
internal static class RowLocks
{
    /// <summary>Holds what is remembered of a young person; null when nothing is.</summary>
    public static async Task<MenteeCopy?> HoldMentee(this MatchingDb db, MenteeId id, CancellationToken cancel) =>
        (await db.Mentees.FromSql($"select * from mentee_copies where id = {id.Value} for update").ToListAsync(cancel)).SingleOrDefault();

    /// <summary>Holds what is remembered of mentors; those of whom nothing is are left out.</summary>
    public static Task<List<MentorCopy>> HoldMentors(this MatchingDb db, IEnumerable<MentorId> ids, CancellationToken cancel)
    {
        Guid[] raw = [.. ids.Select(id => id.Value).Distinct()];
        return db.Mentors.FromSql($"select * from mentor_copies where id = any({raw}) order by id for update").ToListAsync(cancel);
    }

    /// <summary>Holds a match and all that its next move depends on; null when it is not there.</summary>
    public static async Task<HeldMatch?> HoldMatch(this MatchingDb db, MatchId id, CancellationToken cancel)
    {
        var pair = await db.Matches.AsNoTracking().Where(m => m.Id == id).Select(m => new { m.MenteeId, m.MentorId }).SingleOrDefaultAsync(cancel);
        if (pair is null) return null;
        var mentee = await db.HoldMentee(pair.MenteeId, cancel);
        var mentors = await db.HoldMentors([pair.MentorId], cancel);
        var matches = await db.Matches
            .FromSql($"select *, xmin from matches where id = {id.Value} or (mentee_id = {pair.MenteeId.Value} and state = 'Offered') order by id for update")
            .ToListAsync(cancel);
        return new(matches.Single(m => m.Id == id), mentee!, mentors.Single(), [.. matches.Where(m => m.Id != id)]);
    }

    /// <summary>Holds a young person and a mentor; null when the caller is not the caseworker of the one, or the other is not known here.</summary>
    public static async Task<HeldPair?> HoldPair(this MatchingDb db, MenteeId mentee, MentorId mentor, Caller caller, TimeProvider clock, CancellationToken cancel)
    {
        if (!await db.IsCaseworkerOf(caller, mentee, clock.Today(), cancel)) return null;
        var held = (await db.HoldMentee(mentee, cancel))!;
        if (await db.HoldMentors([mentor], cancel) is not [var known]) return null;
        return new(held, known, await db.PairMarks.SingleOrDefaultAsync(m => m.MenteeId == mentee && m.MentorId == mentor, cancel));
    }

    /// <summary>Holds a mentor, remembered from now on if not before, and then their open matches.</summary>
    public static async Task<(MentorCopy Mentor, List<Match> Open)> HoldMentorAndMatches(this MatchingDb db, Guid id, CancellationToken cancel)
    {
        var mentor = await db.RememberedMentor(id, cancel);
        return (mentor, await db.Matches.FromSql($"select *, xmin from matches where mentor_id = {id} and state not in ('Ended', 'Declined', 'Rejected') order by id for update").ToListAsync(cancel));
    }

    /// <summary>Holds a young person, remembered from now on if not before, and then their open matches.</summary>
    public static async Task<(MenteeCopy Mentee, List<Match> Open)> HoldMenteeAndMatches(this MatchingDb db, Guid id, CancellationToken cancel)
    {
        var mentee = await db.RememberedMentee(id, cancel);
        return (mentee, await db.Matches.FromSql($"select *, xmin from matches where mentee_id = {id} and state not in ('Ended', 'Declined', 'Rejected') order by id for update").ToListAsync(cancel));
    }

    /// <summary>Holds the row of a mentor, made now if there was none. Facts about one mentor come by several queues at once.</summary>
    public static async Task<MentorCopy> RememberedMentor(this MatchingDb db, Guid id, CancellationToken cancel) =>
        (await db.RememberedMentors([id], cancel)).Single();

    /// <summary>Holds the rows of mentors, made now where there was none.</summary>
    public static async Task<List<MentorCopy>> RememberedMentors(this MatchingDb db, IEnumerable<Guid> ids, CancellationToken cancel)
    {
        Guid[] all = [.. ids.Distinct().Order()];
        await db.Database.ExecuteSqlAsync($"insert into mentor_copies (id, standing) select id, 'Unknown' from unnest({all}) id on conflict do nothing", cancel);
        return await db.HoldMentors(all.Select(id => new MentorId(id)), cancel);
    }

    /// <summary>Holds the row of a young person, made now if there was none.</summary>
    public static async Task<MenteeCopy> RememberedMentee(this MatchingDb db, Guid id, CancellationToken cancel) =>
        (await db.RememberedMentees([id], cancel)).Single();

    /// <summary>Holds the rows of young people, made now where there was none.</summary>
    public static async Task<List<MenteeCopy>> RememberedMentees(this MatchingDb db, IEnumerable<Guid> ids, CancellationToken cancel)
    {
        Guid[] all = [.. ids.Distinct().Order()];
        await db.Database.ExecuteSqlAsync($"insert into mentee_copies (id, standing) select id, 'Unknown' from unnest({all}) id on conflict do nothing", cancel);
        return await db.Mentees.FromSql($"select * from mentee_copies where id = any({all}) order by id for update").ToListAsync(cancel);
    }
}
