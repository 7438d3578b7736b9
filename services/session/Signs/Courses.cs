using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>Reads how matches go from the database.</summary>
internal static class Courses
{
    /// <summary>What was said after sessions counts for so many days: how it was in spring says little in winter.</summary>
    public const int Lately = 60;

    /// <summary>How each of some matches goes; only those that have begun and are not over.</summary>
    /// <param name="db">The database.</param>
    /// <param name="matches">Which.</param>
    /// <param name="due">The check-ins that are due in them.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<IReadOnlyList<Course>> CoursesOf(this SessionDb db, IQueryable<MatchCopy> matches, IReadOnlyList<DueCheckIn> due, DateTimeOffset now, CancellationToken cancel)
    {
        var contacts = await db.LastContacts(matches, cancel);
        MatchId[] ids = [.. contacts.Select(c => c.Match.Id)];
        // Match by match, so that two rows of each are read and not every session there ever was.
        var lastTwo = (await db.Database.SqlQuery<Past>(
            $"""
            select s.match_id as "MatchId", s.state as "State", s.ends_at as "EndsAt" from unnest({Array.ConvertAll(ids, id => id.Value)}) as m (id)
            cross join lateral (select * from sessions s where s.match_id = m.id and s.state in ('Held', 'Missed') order by s.starts_at desc limit 2) as s
            order by s.starts_at desc
            """).ToArrayAsync(cancel)).ToLookup(s => s.MatchId);
        var lately = now.AddDays(-Lately);
        var pulses = (await db.Pulses.AsNoTracking().Where(p => p.SaidAt > lately && ids.Contains(p.MatchId)).OrderByDescending(p => p.SaidAt)
            .Select(p => new { p.MatchId, p.By, p.How }).ToArrayAsync(cancel)).ToLookup(p => (p.MatchId, p.By), p => p.How);
        var longestDue = due.Where(d => d.Review is null).GroupBy(d => d.MatchId).ToDictionary(g => g.Key, g => g.Min(d => d.DueOn));
        return
        [
            .. contacts.Select(c => new Course
            {
                Match = c.Match,
                LastContactOn = c.On,
                MissedTwiceSince = lastTwo[c.Match.Id.Value].ToArray() is [{ State: nameof(SessionState.Missed) } last, { State: nameof(SessionState.Missed) }] && !(c.CheckedInOn > London.DateAt(last.EndsAt)) ? last.EndsAt : null,
                FromMentee = [.. pulses[(c.Match.Id, Voice.Mentee)].Take(2)],
                FromMentor = [.. pulses[(c.Match.Id, Voice.Mentor)].Take(2)],
                CheckInDueOn = longestDue.TryGetValue(c.Match.Id, out var on) ? on : null,
            }),
        ];
    }

    private sealed record Past(Guid MatchId, string State, DateTimeOffset EndsAt);
}
