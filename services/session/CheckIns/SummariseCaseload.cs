using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>What needs a caseworker's eye today.</summary>
public static class SummariseCaseload
{
    /// <summary>How many of each are named; the others are counted.</summary>
    public const int Named = 20;

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

    /// <summary>A match with signs that it may end early.</summary>
    public sealed record MatchWithSigns
    {
        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>The young person.</summary>
        public required MenteeId MenteeId { get; init; }

        /// <summary>The mentor.</summary>
        public required MentorId MentorId { get; init; }

        /// <summary>The date in London of the last contact.</summary>
        /// <example>2026-11-05</example>
        public required DateOnly LastContactOn { get; init; }

        /// <summary>The signs.</summary>
        public required IReadOnlyList<EndingSign> Signs { get; init; }
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

    /// <summary>Somebody who said that they do not feel safe, or are not sure, and with whom nobody has spoken since.</summary>
    public sealed record AWorry
    {
        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>The young person.</summary>
        public required MenteeId MenteeId { get; init; }

        /// <summary>The mentor.</summary>
        public required MentorId MentorId { get; init; }

        /// <summary>Who said it.</summary>
        public required Voice By { get; init; }

        /// <summary>When they said it first, UTC.</summary>
        /// <example>2026-11-18T19:00:00Z</example>
        public required DateTimeOffset Since { get; init; }

        /// <summary>Whether they said it when they asked to end the match; after a session otherwise.</summary>
        public required bool AtTheEnd { get; init; }
    }

    /// <summary>The answer.</summary>
    public sealed record Answer
    {
        /// <summary>Those who said, after a session or when they asked to end the match, that they do not feel safe, or are not sure, until a check-in with them is written down.</summary>
        public required Listed<AWorry> Worries { get; init; }

        /// <summary>Check-ins due in the next seven days, reviews due in the next fourteen, and what is overdue.</summary>
        public required Listed<DueCheckIn> CheckIns { get; init; }

        /// <summary>How many of the check-ins and reviews are overdue.</summary>
        /// <example>2</example>
        public required int CheckInsOverdue { get; init; }

        /// <summary>Matches with no session held and no check-in for 14 days; since the day of the last of these.</summary>
        public required Listed<AMatch> Quiet { get; init; }

        /// <summary>Sessions over for more than a day of which nobody said whether they took place.</summary>
        public required Listed<ASession> AttendanceMissing { get; init; }

        /// <summary>Matches whose last two sessions were both missed, with no check-in after; since the second of them. A reason to call, not to scold.</summary>
        public required Listed<AMatch> MissedTwice { get; init; }

        /// <summary>Matches with plain signs that they may end early, the longest without contact first. Words for a conversation, and no score.</summary>
        public required Listed<MatchWithSigns> Signs { get; init; }

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
        var due = await db.DueIn(caseload, today, cancel);

        var courses = await db.CoursesOf(caseload, due, now, cancel);
        var quiet = courses.Where(c => Contact.IsQuiet(c.LastContactOn, today)).OrderBy(c => c.LastContactOn).Select(c => Of(c.Match, London.StartOf(c.LastContactOn))).ToArray();
        var missedTwice = courses.Where(c => c.MissedTwiceSince is not null).OrderBy(c => c.MissedTwiceSince).Select(c => Of(c.Match, c.MissedTwiceSince!.Value)).ToArray();
        var signs = courses.Select(c => new MatchWithSigns { MatchId = c.Match.Id, MenteeId = c.Match.MenteeId, MentorId = c.Match.MentorId, LastContactOn = c.LastContactOn, Signs = EndingSigns.Of(c, today) })
            .Where(m => m.Signs.Count > 0).OrderBy(m => m.LastContactOn).ThenBy(m => m.MatchId.Value).ToArray();

        // Of those that ended long ago nothing more can be written down.
        var longAgo = now.AddDays(-60);
        var worries = await db.OpenWorriesOf(caseload.Where(m => m.State != MatchState.Ended || m.StateAt > longAgo), cancel);

        var yesterday = now.AddDays(-1);
        var missing = db.Sessions.Where(s => caseload.Any(m => m.Id == s.MatchId) && s.State == SessionState.Booked && s.EndsAt < yesterday);
        var lately = now.AddDays(-60);
        var different = db.Sessions.Where(s => caseload.Any(m => m.Id == s.MatchId) && s.EndsAt > lately && s.MentorSaysHeld != s.MenteeSaysHeld && s.MentorSaysHeld != null && s.MenteeSaysHeld != null);

        return TypedResults.Ok(new Answer
        {
            Worries = First(worries),
            CheckIns = First(due),
            CheckInsOverdue = due.Count(d => d.Overdue),
            Quiet = First(quiet),
            AttendanceMissing = await First(missing, cancel),
            MissedTwice = First(missedTwice),
            Signs = First(signs),
            ToldDifferently = await First(different, cancel),
        });
    }

    private static AMatch Of(MatchCopy match, DateTimeOffset since) => new() { MatchId = match.Id, MenteeId = match.MenteeId, MentorId = match.MentorId, Since = since };

    private static Listed<T> First<T>(IReadOnlyList<T> all) => new() { Total = all.Count, Items = [.. all.Take(Named)] };

    private static async Task<Listed<ASession>> First(IQueryable<Session> sessions, CancellationToken cancel)
    {
        var first = await sessions.AsNoTracking().OrderBy(s => s.EndsAt).ThenBy(s => s.Id).Take(Named)
            .Select(s => new ASession { SessionId = s.Id, MatchId = s.MatchId, MenteeId = s.MenteeId, MentorId = s.MentorId, Since = s.EndsAt }).ToArrayAsync(cancel);
        return new() { Total = first.Length < Named ? first.Length : await sessions.CountAsync(cancel), Items = first };
    }
}
