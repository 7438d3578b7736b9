using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>Finds worries that nobody has talked about yet.</summary>
internal static class OpenWorries
{
    /// <summary>Those of some matches, the longest ago first; each person of a match once.</summary>
    public static async Task<IReadOnlyList<SummariseCaseload.AWorry>> OpenWorriesOf(this SessionDb db, IQueryable<MatchCopy> matches, CancellationToken cancel) =>
    [
        .. (await db.Unanswered(db.Worries.Where(w => matches.Any(m => m.Id == w.MatchId)), cancel)).DistinctBy(w => (w.MatchId, w.By))
            .Select(w => new SummariseCaseload.AWorry { MatchId = w.MatchId, MenteeId = w.MenteeId, MentorId = w.MentorId, By = w.By, Since = w.SaidAt, AtTheEnd = w.SessionId is null }),
    ];

    /// <summary>Those of some worries that no check-in with the same person has answered (see <see cref="Worry.IsAnsweredBy"/>), the longest ago first.</summary>
    public static async Task<IReadOnlyList<Worry>> Unanswered(this SessionDb db, IQueryable<Worry> worries, CancellationToken cancel)
    {
        var said = await worries.AsNoTracking().OrderBy(w => w.SaidAt)
            .Select(w => new
            {
                Worry = w,
                Spoken = db.CheckIns.Where(c => c.MatchId == w.MatchId && ((c.With == Side.Mentor && w.By == Voice.Mentor) || (c.With == Side.Mentee && w.By != Voice.Mentor)) && c.RecordedAt >= w.SaidAt)
                    .Select(c => new { c.HeldOn, c.RecordedAt }).ToList(),
            })
            .ToArrayAsync(cancel);
        return [.. said.Where(s => !s.Spoken.Exists(talk => s.Worry.IsAnsweredBy(talk.HeldOn, talk.RecordedAt))).Select(s => s.Worry)];
    }
}
