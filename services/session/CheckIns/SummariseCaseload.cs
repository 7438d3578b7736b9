using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>What needs a caseworker's eye today.</summary>
public static class SummariseCaseload
{
    /// <summary>How many of each are named; the others are counted.</summary>
    public const int Named = 20;

    /// <summary>A match goes quiet after so many days without contact.</summary>
    public const int QuietAfter = 14;

    /// <summary>Some things of one kind.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public sealed record Listed<T>
    {
        /// <summary>How many there are in all.</summary>
        /// <example>3</example>
        public required int Total { get; init; }

        /// <summary>The first twenty, the longest waiting first.</summary>
        public required IReadOnlyList<T> Items { get; init; }
    }

    /// <summary>A match to look at.</summary>
    public sealed record AMatch
    {
        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>The young person.</summary>
        public required MenteeId MenteeId { get; init; }

        /// <summary>The mentor.</summary>
        public required MentorId MentorId { get; init; }

        /// <summary>Since when, UTC.</summary>
        /// <example>2026-11-05T19:00:00Z</example>
        public required DateTimeOffset Since { get; init; }
    }

    /// <summary>A session to look at.</summary>
    public sealed record ASession
    {
        /// <summary>The session.</summary>
        public required SessionId SessionId { get; init; }

        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>The young person.</summary>
        public required MenteeId MenteeId { get; init; }

        /// <summary>The mentor.</summary>
        public required MentorId MentorId { get; init; }

        /// <summary>When it ended, UTC.</summary>
        /// <example>2026-11-18T19:00:00Z</example>
        public required DateTimeOffset Since { get; init; }
    }

    /// <summary>The answer.</summary>
    public sealed record Answer
    {
        /// <summary>Check-ins due in the next seven days or overdue.</summary>
        public required Listed<DueCheckIn> CheckIns { get; init; }

        /// <summary>How many of the check-ins are overdue.</summary>
        /// <example>2</example>
        public required int CheckInsOverdue { get; init; }

        /// <summary>Matches with no session held, none booked and no check-in for 14 days; since the last of these.</summary>
        public required Listed<AMatch> Quiet { get; init; }

        /// <summary>Sessions over for more than a day of which nobody said whether they took place.</summary>
        public required Listed<ASession> AttendanceMissing { get; init; }

        /// <summary>Matches whose last two sessions were both missed, with no check-in after; since the second of them. A reason to call, not to scold.</summary>
        public required Listed<AMatch> MissedTwice { get; init; }

        /// <summary>Sessions of the last 60 days of which the two say different things.</summary>
        public required Listed<ASession> ToldDifferently { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/sessions/summary", Handle)
        .WithName(nameof(SummariseCaseload))
        .WithSummary("What needs your eye today, in your caseload and those you cover.")
        .For(Roles.Caseworker);

    private static async Task<Ok<Answer>> Handle(Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = London.DateAt(now);
        var caseload = db.CaseloadOf(caller, today);
        var open = caseload.Where(m => m.ActivatedAt != null && m.State != MatchState.Ended);
        var due = await db.DueIn(caseload, today, cancel);

        var contacts = await open.AsNoTracking()
            .Where(m => !db.Sessions.Any(s => s.MatchId == m.Id && s.State == SessionState.Booked && s.EndsAt > now))
            .Select(m => new
            {
                m.Id,
                m.MenteeId,
                m.MentorId,
                ActivatedAt = m.ActivatedAt!.Value,
                Held = db.Sessions.Where(s => s.MatchId == m.Id && s.State == SessionState.Held).Max(s => (DateTimeOffset?)s.EndsAt),
                Booked = db.Sessions.Where(s => s.MatchId == m.Id).Max(s => (DateTimeOffset?)s.BookedAt),
                CheckedIn = db.CheckIns.Where(c => c.MatchId == m.Id).Max(c => (DateOnly?)c.HeldOn),
            })
            .ToArrayAsync(cancel);
        var quiet = contacts
            .Select(c => new AMatch
            {
                MatchId = c.Id,
                MenteeId = c.MenteeId,
                MentorId = c.MentorId,
                Since = new[] { c.ActivatedAt, c.Held, c.Booked, c.CheckedIn is { } on ? London.StartOf(on) : null }.Max()!.Value,
            })
            .Where(m => London.DateAt(m.Since).AddDays(QuietAfter) <= today)
            .OrderBy(m => m.Since).ToArray();

        var yesterday = now.AddDays(-1);
        var missing = db.Sessions.Where(s => caseload.Any(m => m.Id == s.MatchId) && s.State == SessionState.Booked && s.EndsAt < yesterday);
        var lately = now.AddDays(-60);
        var different = db.Sessions.Where(s => caseload.Any(m => m.Id == s.MatchId) && s.EndsAt > lately && s.MentorSaysHeld != s.MenteeSaysHeld && s.MentorSaysHeld != null && s.MenteeSaysHeld != null);

        var lastTwo = await open.AsNoTracking()
            .Select(m => new
            {
                m.Id,
                m.MenteeId,
                m.MentorId,
                Two = db.Sessions.Where(s => s.MatchId == m.Id && (s.State == SessionState.Held || s.State == SessionState.Missed))
                    .OrderByDescending(s => s.StartsAt).Take(2).Select(s => new { s.State, s.EndsAt }).ToList(),
                CheckedIn = db.CheckIns.Where(c => c.MatchId == m.Id).Max(c => (DateOnly?)c.HeldOn),
            })
            .ToArrayAsync(cancel);
        var missedTwice = lastTwo
            .Where(m => m.Two.Count == 2 && m.Two.TrueForAll(s => s.State == SessionState.Missed) && !(m.CheckedIn > London.DateAt(m.Two[0].EndsAt)))
            .Select(m => new AMatch { MatchId = m.Id, MenteeId = m.MenteeId, MentorId = m.MentorId, Since = m.Two[0].EndsAt })
            .OrderBy(m => m.Since).ToArray();

        return TypedResults.Ok(new Answer
        {
            CheckIns = First(due),
            CheckInsOverdue = due.Count(d => d.Overdue),
            Quiet = First(quiet),
            AttendanceMissing = await First(missing, cancel),
            MissedTwice = First(missedTwice),
            ToldDifferently = await First(different, cancel),
        });
    }

    private static Listed<T> First<T>(IReadOnlyList<T> all) => new() { Total = all.Count, Items = [.. all.Take(Named)] };

    private static async Task<Listed<ASession>> First(IQueryable<Session> sessions, CancellationToken cancel)
    {
        var first = await sessions.AsNoTracking().OrderBy(s => s.EndsAt).ThenBy(s => s.Id).Take(Named)
            .Select(s => new ASession { SessionId = s.Id, MatchId = s.MatchId, MenteeId = s.MenteeId, MentorId = s.MentorId, Since = s.EndsAt }).ToArrayAsync(cancel);
        return new() { Total = first.Length < Named ? first.Length : await sessions.CountAsync(cancel), Items = first };
    }
}
