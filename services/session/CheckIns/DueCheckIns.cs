using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>A check-in that a caseworker is asked for.</summary>
public sealed record DueCheckIn
{
    /// <summary>The match.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>With whom.</summary>
    public required Side With { get; init; }

    /// <summary>The date in London by which it is due.</summary>
    /// <example>2026-11-27</example>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether that day is past.</summary>
    public required bool Overdue { get; init; }

    /// <summary>The date of the last one with them; null when there was none.</summary>
    /// <example>2026-10-27</example>
    public required DateOnly? LastOn { get; init; }
}

/// <summary>Finds the check-ins that are due in a caseload.</summary>
internal static class DueCheckIns
{
    /// <summary>Those due within <see cref="Cadence.Ahead"/> days or overdue, the longest due first. As many as a caseload has: it is bounded by what one person can carry.</summary>
    public static async Task<IReadOnlyList<DueCheckIn>> DueIn(this SessionDb db, IQueryable<MatchCopy> caseload, DateOnly today, CancellationToken cancel)
    {
        var matches = await caseload.AsNoTracking()
            .Where(m => m.ActivatedAt != null && m.State != MatchState.Ended)
            .Select(m => new
            {
                m.Id,
                m.MenteeId,
                m.MentorId,
                ActivatedAt = m.ActivatedAt!.Value,
                Held = db.CheckIns.Where(c => c.MatchId == m.Id).GroupBy(c => c.With).Select(g => new { With = g.Key, Count = g.Count(), Last = g.Max(c => c.HeldOn) }).ToList(),
            })
            .ToArrayAsync(cancel);
        return
        [
            .. matches.SelectMany(m => Enum.GetValues<Side>().Select(with =>
                {
                    var held = m.Held.Find(h => h.With == with);
                    var due = Cadence.NextDue(London.DateAt(m.ActivatedAt), held?.Count ?? 0, held?.Last);
                    return new DueCheckIn { MatchId = m.Id, MenteeId = m.MenteeId, MentorId = m.MentorId, With = with, DueOn = due, Overdue = due < today, LastOn = held?.Last };
                }))
                .Where(d => d.DueOn <= today.AddDays(Cadence.Ahead))
                .OrderBy(d => d.DueOn).ThenBy(d => d.MatchId.Value).ThenBy(d => d.With),
        ];
    }
}
