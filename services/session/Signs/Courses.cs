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
        var lastTwo = (await matches.GoingOn().AsNoTracking()
            .Select(m => new
            {
                m.Id,
                Two = db.Sessions.Where(s => s.MatchId == m.Id && (s.State == SessionState.Held || s.State == SessionState.Missed))
                    .OrderByDescending(s => s.StartsAt).Take(2).Select(s => new { s.State, s.EndsAt }).ToList(),
                Spoken = db.CheckIns.Where(c => c.MatchId == m.Id).Max(c => (DateOnly?)c.HeldOn),
            })
            .ToArrayAsync(cancel)).ToDictionary(m => m.Id);
        var open = matches.GoingOn();
        var lately = now.AddDays(-Lately);
        var pulses = (await db.Pulses.AsNoTracking().Where(p => p.SaidAt > lately && open.Any(m => m.Id == p.MatchId)).OrderByDescending(p => p.SaidAt)
            .Select(p => new { p.MatchId, p.By, p.How }).ToArrayAsync(cancel)).ToLookup(p => (p.MatchId, p.By), p => p.How);
        var longestDue = due.Where(d => d.Review is null).GroupBy(d => d.MatchId).ToDictionary(g => g.Key, g => g.Min(d => d.DueOn));
        return
        [
            .. contacts.Select(c => new Course
            {
                Match = c.Match,
                LastContactOn = c.On,
                MissedTwiceSince = lastTwo.GetValueOrDefault(c.Match.Id) is { Two: [{ State: SessionState.Missed } last, { State: SessionState.Missed }] } two && !(two.Spoken > London.DateAt(last.EndsAt)) ? last.EndsAt : null,
                FromMentee = [.. pulses[(c.Match.Id, Voice.Mentee)].Take(2)],
                FromMentor = [.. pulses[(c.Match.Id, Voice.Mentor)].Take(2)],
                CheckInDueOn = longestDue.TryGetValue(c.Match.Id, out var on) ? on : null,
            }),
        ];
    }
}
