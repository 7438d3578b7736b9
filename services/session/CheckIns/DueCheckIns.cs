using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>A check-in with one of the two, or a review with both, that a caseworker is asked for.</summary>
public sealed record DueCheckIn
{
    /// <summary>The match.</summary>
    public required MatchId MatchId { get; init; }

    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>With whom; null for a review, which is with both.</summary>
    public required Side? With { get; init; }

    /// <summary>Which review; null for a check-in.</summary>
    public required Milestone? Review { get; init; }

    /// <summary>The date in London by which it is due.</summary>
    /// <example>2026-11-27</example>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether that day is past.</summary>
    public required bool Overdue { get; init; }

    /// <summary>The date of the last check-in with them, or of the last review; null when there was none.</summary>
    /// <example>2026-10-27</example>
    public required DateOnly? LastOn { get; init; }
}

/// <summary>Finds the check-ins and reviews that are due in a caseload.</summary>
internal static class DueCheckIns
{
    /// <summary>Check-ins due within <see cref="Cadence.Ahead"/> days, reviews due within <see cref="Milestones.Ahead"/>, and what is overdue, the longest due first. As many as a caseload has: it is bounded by what one person can carry.</summary>
    public static async Task<IReadOnlyList<DueCheckIn>> DueIn(this SessionDb db, IQueryable<MatchCopy> caseload, DateOnly today, CancellationToken cancel)
    {
        var matches = await caseload.GoingOn().AsNoTracking()
            .Select(m => new
            {
                m.Id,
                m.MenteeId,
                m.MentorId,
                ActivatedAt = m.ActivatedAt!.Value,
                Held = db.CheckIns.Where(c => c.MatchId == m.Id).GroupBy(c => c.With).Select(g => new { With = g.Key, Count = g.Count(), Last = g.Max(c => c.HeldOn) }).ToList(),
                Reviews = db.Reviews.Where(r => r.MatchId == m.Id).Select(r => new { r.Milestone, r.HeldOn }).ToList(),
            })
            .ToArrayAsync(cancel);
        var checkIns = matches.SelectMany(m => Enum.GetValues<Side>().Select(with =>
        {
            var held = m.Held.Find(h => h.With == with);
            var due = Cadence.NextDue(London.DateAt(m.ActivatedAt), held?.Count ?? 0, held?.Last);
            return new DueCheckIn { MatchId = m.Id, MenteeId = m.MenteeId, MentorId = m.MentorId, With = with, Review = null, DueOn = due, Overdue = due < today, LastOn = held?.Last };
        }));
        var reviews = matches.Select(m =>
        {
            var began = London.DateAt(m.ActivatedAt);
            if (Milestones.Asked(began, [.. m.Reviews.Select(r => r.Milestone)], today) is not { } milestone) return null;
            var due = Milestones.DueOn(began, milestone);
            return new DueCheckIn { MatchId = m.Id, MenteeId = m.MenteeId, MentorId = m.MentorId, With = null, Review = milestone, DueOn = due, Overdue = due < today, LastOn = m.Reviews.Max(r => (DateOnly?)r.HeldOn) };
        });
        return
        [
            .. checkIns.Where(d => d.DueOn <= today.AddDays(Cadence.Ahead)).Concat(reviews.OfType<DueCheckIn>())
                .OrderBy(d => d.DueOn).ThenBy(d => d.MatchId.Value).ThenBy(d => d.With),
        ];
    }
}
