using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>Everything of sessions that a home page needs, in one answer.</summary>
public static class SeeMyHome
{
    /// <summary>A young person's home.</summary>
    public sealed record MenteesHome
    {
        /// <summary>The match that is going on; null when there is none.</summary>
        public required MatchId? MatchId { get; init; }

        /// <summary>The mentor of that match; null while contact is paused.</summary>
        public required MentorId? MentorId { get; init; }

        /// <summary>Whether that match is ending: its last sessions can still be held.</summary>
        public required bool Ending { get; init; }

        /// <summary>Whether you two are not to meet just now, because contact is paused.</summary>
        public required bool Stopped { get; init; }

        /// <summary>The mentor of a match that is approved and whose first meeting is still to come; null when there is none, and while contact is paused.</summary>
        public required MentorId? ApprovedMentorId { get; init; }

        /// <summary>The next session, or the one that is going on; null when none is booked.</summary>
        public required MenteesSession? Next { get; init; }

        /// <summary>Up to five sessions of the last 30 days that are over, and you have not said whether they took place; the latest first.</summary>
        public required IReadOnlyList<MenteesSession> ToSay { get; init; }

        /// <summary>Up to five sessions held in the last 30 days that you have not finished a reflection about; the latest first. None is owed.</summary>
        public required IReadOnlyList<MenteesSession> ToReflect { get; init; }

        /// <summary>Up to five sessions held in the last 30 days of which you have not said how they were; the latest first. Nobody has to.</summary>
        public required IReadOnlyList<MenteesSession> ToTell { get; init; }

        /// <summary>Up to five of your drafts, the last changed first.</summary>
        public required IReadOnlyList<Draft> Drafts { get; init; }

        /// <summary>Up to twenty of your next steps that are open, the earliest date first.</summary>
        public required IReadOnlyList<OpenStep> NextSteps { get; init; }

        /// <summary>Your open goals, three at most, the newest first.</summary>
        public required IReadOnlyList<MenteesGoal> Goals { get; init; }
    }

    /// <summary>A mentor's match that is going on.</summary>
    public sealed record MentorsMatch
    {
        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>The young person; null while contact is paused.</summary>
        public required MenteeId? MenteeId { get; init; }

        /// <summary>The young person's caseworker, whom the mentor can ask; null while that has not been heard.</summary>
        public required CaseworkerId? CaseworkerId { get; init; }

        /// <summary>Whether it has begun, so that sessions can be booked.</summary>
        public required bool Begun { get; init; }

        /// <summary>Whether it is ending.</summary>
        public required bool Ending { get; init; }

        /// <summary>Whether you two are not to meet just now. Why is between the caseworker and who asked for it.</summary>
        public required bool Stopped { get; init; }

        /// <summary>The next session, or the one that is going on; null when none is booked.</summary>
        public required MentorsSession? Next { get; init; }

        /// <summary>When the last session that was held ended, UTC; null when none was.</summary>
        /// <example>2026-11-18T19:00:00Z</example>
        public required DateTimeOffset? LastHeld { get; init; }
    }

    /// <summary>A mentor's home.</summary>
    public sealed record MentorsHome
    {
        /// <summary>The matches that are approved and not over.</summary>
        public required IReadOnlyList<MentorsMatch> Matches { get; init; }

        /// <summary>Up to five sessions of the last 30 days that are over, and you have not said whether they took place; the latest first.</summary>
        public required IReadOnlyList<MentorsSession> ToSay { get; init; }

        /// <summary>Up to five sessions held in the last 30 days in matches that go on, which you have not finished a reflection about; the latest first.</summary>
        public required IReadOnlyList<MentorsSession> ToReflect { get; init; }

        /// <summary>Up to five sessions held in the last 30 days of which you have not said how they were; the latest first. Nobody has to.</summary>
        public required IReadOnlyList<MentorsSession> ToTell { get; init; }

        /// <summary>Up to five of your drafts, the last changed first.</summary>
        public required IReadOnlyList<Draft> Drafts { get; init; }

        /// <summary>Up to twenty of your next steps that are open, the earliest date first.</summary>
        public required IReadOnlyList<OpenStep> NextSteps { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/me/summary", Handle)
        .WithName(nameof(SeeMyHome))
        .WithSummary("Everything of your sessions that a home page needs.")
        .Produces<MenteesHome>()
        .Refuses(404)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<Ok<MenteesHome>, Ok<MentorsHome>, ProblemHttpResult>> Handle(Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (caller.Is(Roles.Mentee) && caller.Mentee is { } mentee) return TypedResults.Ok(await Mentees(db, caller, mentee, now, cancel));
        if (caller.Mentor is { } mentor) return TypedResults.Ok(await Mentors(db, caller, mentor, now, cancel));
        return Problems.NotFound();
    }

    private static async Task<MenteesHome> Mentees(SessionDb db, Caller caller, MenteeId mentee, DateTimeOffset now, CancellationToken cancel)
    {
        // A match is remembered from its approval on.
        var matches = await db.Matches.AsNoTracking().Where(m => m.MenteeId == mentee && m.State != MatchState.Ended).ToArrayAsync(cancel);
        var match = matches.Where(m => m.ActivatedAt is not null).MaxBy(m => m.ActivatedAt);
        var mine = db.Sessions.AsNoTracking().Where(s => s.MenteeId == mentee);
        var next = await mine.Where(s => s.State == SessionState.Booked && s.EndsAt > now && !db.Apart.Any(m => m.Id == s.MatchId)).OrderBy(s => s.StartsAt).FirstOrDefaultAsync(cancel);
        var over = await Over(db, mine, Voice.Mentee, now, cancel);
        var written = db.ReflectionsOf(caller);
        var goals = await db.Goals.AsNoTracking().Where(g => g.MenteeId == mentee && g.State == GoalState.Open).OrderByDescending(g => g.Id).ToArrayAsync(cancel);
        return new()
        {
            MatchId = match?.Id,
            MentorId = match is { IsApart: false } ? match.MentorId : null,
            ApprovedMentorId = match is null ? matches.FirstOrDefault(m => m is { State: MatchState.Active, IsApart: false })?.MentorId : null,
            Ending = match?.State == MatchState.Ending,
            Stopped = matches.Any(m => m.StoppedAt is not null),
            Next = next is null ? null : MenteesSession.Of(next, match?.Id != next.MatchId),
            ToSay = [.. over.Where(o => o.ToSay).Take(HomeParts.Few).Select(o => MenteesSession.Of(o.Session, o.IsApart))],
            ToReflect = [.. over.Where(o => o.ToReflect).Take(HomeParts.Few).Select(o => MenteesSession.Of(o.Session, o.IsApart))],
            ToTell = [.. over.Where(o => o.ToTell).Take(HomeParts.Few).Select(o => MenteesSession.Of(o.Session, o.IsApart))],
            Drafts = await written.Drafts(cancel),
            NextSteps = await written.OpenSteps(cancel),
            Goals = [.. goals.Select(MenteesGoal.Of)],
        };
    }

    private static async Task<MentorsHome> Mentors(SessionDb db, Caller caller, MentorId mentor, DateTimeOffset now, CancellationToken cancel)
    {
        var mine = db.Sessions.AsNoTracking().Where(s => s.MentorId == mentor);
        var matches = await db.Matches.AsNoTracking().Where(m => m.MentorId == mentor && m.State != MatchState.Ended).OrderBy(m => m.Id)
            .Select(m => new
            {
                Match = m,
                Next = mine.Where(s => s.MatchId == m.Id && s.State == SessionState.Booked && s.EndsAt > now).OrderBy(s => s.StartsAt).FirstOrDefault(),
                LastHeld = mine.Where(s => s.MatchId == m.Id && s.State == SessionState.Held).Max(s => (DateTimeOffset?)s.EndsAt),
                Caseworker = db.Mentees.Where(y => y.Id == m.MenteeId).Select(y => y.CaseworkerId).FirstOrDefault(),
            })
            .ToArrayAsync(cancel);
        var over = await Over(db, mine, Voice.Mentor, now, cancel);
        var written = db.ReflectionsOf(caller);
        return new()
        {
            Matches =
            [
                .. matches.Select(m => new MentorsMatch
                {
                    MatchId = m.Match.Id,
                    MenteeId = m.Match.IsApart ? null : m.Match.MenteeId,
                    CaseworkerId = m.Caseworker,
                    Begun = m.Match.ActivatedAt is not null,
                    Ending = m.Match.State == MatchState.Ending,
                    Stopped = m.Match.StoppedAt is not null,
                    Next = m.Next is null || m.Match.IsApart ? null : MentorsSession.Of(m.Next, isApart: false),
                    LastHeld = m.LastHeld,
                }),
            ],
            ToSay = [.. over.Where(o => o.ToSay).Take(HomeParts.Few).Select(o => MentorsSession.Of(o.Session, o.IsApart))],
            ToReflect = [.. over.Where(o => o.ToReflect && !o.IsApart).Take(HomeParts.Few).Select(o => MentorsSession.Of(o.Session, o.IsApart))],
            ToTell = [.. over.Where(o => o.ToTell).Take(HomeParts.Few).Select(o => MentorsSession.Of(o.Session, o.IsApart))],
            Drafts = await written.Drafts(cancel),
            NextSteps = await written.OpenSteps(cancel),
        };
    }

    private sealed record Past(Session Session, bool IsApart, bool ToSay, bool ToReflect, bool ToTell);

    private static async Task<IReadOnlyList<Past>> Over(SessionDb db, IQueryable<Session> mine, Voice voice, DateTimeOffset now, CancellationToken cancel)
    {
        var from = now.AddDays(-HomeParts.Waits);
        var rows = await mine.Where(s => s.EndsAt <= now && s.EndsAt > from && s.State != SessionState.Cancelled).OrderByDescending(s => s.StartsAt)
            .Select(s => new
            {
                Session = s,
                IsApart = db.Apart.Any(m => m.Id == s.MatchId),
                HasReflected = db.Reflections.Any(r => r.SessionId == s.Id && r.Author == voice && r.FinishedAt != null),
                HasTold = db.Pulses.Any(p => p.SessionId == s.Id && p.By == voice),
            })
            .ToArrayAsync(cancel);
        return [.. rows.Select(r => new Past(r.Session, r.IsApart, r.Session.WordOf(voice) is null, r.Session.State == SessionState.Held && !r.HasReflected, r.Session.State == SessionState.Held && !r.HasTold && r.Session.WordOf(voice) != false))];
    }
}
