using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>Finds worries that nobody has spoken about yet.</summary>
internal static class OpenWorries
{
    /// <summary>Those of some matches who said after a session that they do not feel safe, or are not sure, and with whom nobody has spoken since, the longest ago first; each once.</summary>
    public static async Task<IReadOnlyList<SummariseCaseload.AWorry>> Worries(this SessionDb db, IQueryable<MatchCopy> matches, CancellationToken cancel) =>
    [
        .. (await db.Unanswered(db.Pulses.Where(p => matches.Any(m => m.Id == p.MatchId)), cancel)).DistinctBy(p => (p.MatchId, p.By))
            .Select(p => new SummariseCaseload.AWorry { MatchId = p.MatchId, MenteeId = p.MenteeId, MentorId = p.MentorId, By = p.By, Since = p.SaidAt }),
    ];

    /// <summary>
    /// Those of some words that are worrying and unanswered by a check-in with the same person (see <see cref="Pulse.IsAnsweredBy"/>), the longest ago first.
    /// </summary>
    public static async Task<IReadOnlyList<Pulse>> Unanswered(this SessionDb db, IQueryable<Pulse> pulses, CancellationToken cancel)
    {
        var said = await pulses.AsNoTracking().Where(p => p.Safe != Safety.Safe).OrderBy(p => p.SaidAt)
            .Select(p => new
            {
                Pulse = p,
                Spoken = db.CheckIns.Where(c => c.MatchId == p.MatchId && ((c.With == Side.Mentor && p.By == Voice.Mentor) || (c.With == Side.Mentee && p.By == Voice.Mentee)) && c.RecordedAt >= p.SaidAt)
                    .Select(c => new { c.HeldOn, c.RecordedAt }).ToList(),
            })
            .ToArrayAsync(cancel);
        return [.. said.Where(s => !s.Spoken.Exists(talk => s.Pulse.IsAnsweredBy(talk.HeldOn, talk.RecordedAt))).Select(s => s.Pulse)];
    }
}
