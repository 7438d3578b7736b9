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
        // By their ids, so that only these matches' rows are read: "the last two of each" over all matches reads every session there ever was.
        MatchId[] ids = [.. contacts.Select(c => c.Match.Id)];
        var lastTwo = (await db.Sessions.AsNoTracking().Where(s => ids.Contains(s.MatchId) && (s.State == SessionState.Held || s.State == SessionState.Missed))
            .OrderByDescending(s => s.StartsAt).Select(s => new { s.MatchId, s.State, s.EndsAt }).ToArrayAsync(cancel)).GroupBy(s => s.MatchId).ToDictionary(g => g.Key, g => g.Take(2).ToArray());
        var spoken = await db.CheckIns.Where(c => ids.Contains(c.MatchId)).GroupBy(c => c.MatchId).Select(g => new { g.Key, Last = g.Max(c => c.HeldOn) }).ToDictionaryAsync(g => g.Key, g => (DateOnly?)g.Last, cancel);
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
                MissedTwiceSince = lastTwo.GetValueOrDefault(c.Match.Id) is [{ State: SessionState.Missed } last, { State: SessionState.Missed }] && !(spoken.GetValueOrDefault(c.Match.Id) > London.DateAt(last.EndsAt)) ? last.EndsAt : null,
                FromMentee = [.. pulses[(c.Match.Id, Voice.Mentee)].Take(2)],
                FromMentor = [.. pulses[(c.Match.Id, Voice.Mentor)].Take(2)],
                CheckInDueOn = longestDue.TryGetValue(c.Match.Id, out var on) ? on : null,
            }),
        ];
    }
}
