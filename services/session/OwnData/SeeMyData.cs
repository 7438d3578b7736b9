using Mentoring.Contracts;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>Everything that this service holds about the caller, to keep (right of access, Article 15 of the UK GDPR).</summary>
public static class SeeMyData
{
    /// <summary>A match as this service remembers it.</summary>
    public sealed record MatchData
    {
        /// <summary>The match.</summary>
        public required MatchId Id { get; init; }

        /// <summary>Where it is in its life.</summary>
        public required MatchState State { get; init; }

        /// <summary>When the first meeting was written down, UTC; null when there was none.</summary>
        public required DateTimeOffset? ActivatedAt { get; init; }
    }

    /// <summary>A check-in with the caller.</summary>
    public sealed record CheckInData
    {
        /// <summary>The match it was about.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>The date in London.</summary>
        public required DateOnly HeldOn { get; init; }

        /// <summary>How you spoke.</summary>
        public required MeetingWay How { get; init; }

        /// <summary>Whether you two met as you meant to.</summary>
        public required Activity Activity { get; init; }

        /// <summary>Whether you felt safe.</summary>
        public required Safety Safety { get; init; }

        /// <summary>How it was between you.</summary>
        public required Quality Quality { get; init; }

        /// <summary>What would help, in your words.</summary>
        public required string? WhatWouldHelp { get; init; }

        /// <summary>The caseworker's note.</summary>
        public required string? Note { get; init; }
    }

    /// <summary>What the caller said after a session.</summary>
    public sealed record PulseData
    {
        /// <summary>The session.</summary>
        public required SessionId SessionId { get; init; }

        /// <summary>How it was.</summary>
        public required HowItWas How { get; init; }

        /// <summary>Whether you felt safe.</summary>
        public required Safety Safe { get; init; }

        /// <summary>What you would change.</summary>
        public required string? Change { get; init; }

        /// <summary>When you said it, UTC.</summary>
        public required DateTimeOffset SaidAt { get; init; }
    }

    /// <summary>A review of one of the caller's matches.</summary>
    public sealed record ReviewData
    {
        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>Which.</summary>
        public required Milestone Milestone { get; init; }

        /// <summary>The date in London.</summary>
        public required DateOnly HeldOn { get; init; }

        /// <summary>What you said.</summary>
        public required string? YourWords { get; init; }

        /// <summary>Whether you looked at the goals together.</summary>
        public required bool GoalsLookedAt { get; init; }

        /// <summary>What came of it.</summary>
        public required ReviewOutcome Outcome { get; init; }

        /// <summary>What was changed.</summary>
        public required string? Changes { get; init; }
    }

    /// <summary>What is held about a young person.</summary>
    public sealed record AsMentee
    {
        /// <summary>The id under which it is held.</summary>
        public required MenteeId Id { get; init; }

        /// <summary>Their caseworker's account; null when there is none yet.</summary>
        public required CaseworkerId? CaseworkerId { get; init; }

        /// <summary>The last date on which they can meet as things are; null when nothing was heard.</summary>
        public required DateOnly? ReadyUntil { get; init; }

        /// <summary>Their matches.</summary>
        public required IReadOnlyList<MatchData> Matches { get; init; }

        /// <summary>Their sessions, the earliest first.</summary>
        public required IReadOnlyList<MenteesSession> Sessions { get; init; }

        /// <summary>Their reflections, drafts among them, the earliest first.</summary>
        public required IReadOnlyList<MyReflection> Reflections { get; init; }

        /// <summary>Their goals with all ratings.</summary>
        public required IReadOnlyList<MenteesGoal> Goals { get; init; }

        /// <summary>The caseworker's check-ins with them.</summary>
        public required IReadOnlyList<CheckInData> CheckIns { get; init; }

        /// <summary>What they said after sessions, the earliest first.</summary>
        public required IReadOnlyList<PulseData> AfterSessions { get; init; }

        /// <summary>Reviews of their matches, the earliest first, with their own words.</summary>
        public required IReadOnlyList<ReviewData> Reviews { get; init; }
    }

    /// <summary>What is held about a mentor.</summary>
    public sealed record AsMentor
    {
        /// <summary>The id under which it is held.</summary>
        public required MentorId Id { get; init; }

        /// <summary>The partner they come from; null for an independent volunteer.</summary>
        public required PartnerId? PartnerId { get; init; }

        /// <summary>What they may do, as this service has heard; null when nothing was.</summary>
        public required MentorStanding? Standing { get; init; }

        /// <summary>The last date on which their clearance is in force; null when they never had one.</summary>
        public required DateOnly? ClearedUntil { get; init; }

        /// <summary>The zone of the hours below.</summary>
        /// <example>Europe/London</example>
        public required string? Zone { get; init; }

        /// <summary>Their weekly hours.</summary>
        public required IReadOnlyList<WeeklyWindow> Weekly { get; init; }

        /// <summary>Dated changes to them.</summary>
        public required IReadOnlyList<AvailabilityChange> Changes { get; init; }

        /// <summary>Their matches.</summary>
        public required IReadOnlyList<MatchData> Matches { get; init; }

        /// <summary>Their sessions, the earliest first; nothing of the young person is in those of matches that have ended.</summary>
        public required IReadOnlyList<MentorsSession> Sessions { get; init; }

        /// <summary>Their reflections in matches that go on, drafts among them, the earliest first.</summary>
        public required IReadOnlyList<MyReflection> Reflections { get; init; }

        /// <summary>How many reflections they wrote in matches that have ended: these are about somebody else, and closed.</summary>
        public required int ReflectionsClosed { get; init; }

        /// <summary>The caseworker's check-ins with them.</summary>
        public required IReadOnlyList<CheckInData> CheckIns { get; init; }

        /// <summary>What they said after sessions, the earliest first.</summary>
        public required IReadOnlyList<PulseData> AfterSessions { get; init; }

        /// <summary>Reviews of their matches, the earliest first, with their own words.</summary>
        public required IReadOnlyList<ReviewData> Reviews { get; init; }
    }

    /// <summary>Everything.</summary>
    public sealed record Answer
    {
        /// <summary>When it was put together, UTC.</summary>
        public required DateTimeOffset At { get; init; }

        /// <summary>What is held about them as a young person; null when they are none here.</summary>
        public required AsMentee? Mentee { get; init; }

        /// <summary>What is held about them as a mentor; null when they are none here.</summary>
        public required AsMentor? Mentor { get; init; }

        /// <summary>What they have chosen about reminders and their calendar.</summary>
        public required ChooseForMySessions.Choices Choices { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/sessions/me/data", Handle)
        .WithName(nameof(SeeMyData))
        .WithSummary("Everything that is held about you here, to keep.")
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Ok<Answer>> Handle(Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel) => TypedResults.Ok(new Answer
    {
        At = clock.GetUtcNow(),
        Mentee = caller.Is(Roles.Mentee) && caller.Mentee is { } mentee ? await OfMentee(db, caller, mentee, cancel) : null,
        Mentor = caller.Is(Roles.Mentor) && caller.Mentor is { } mentor ? await OfMentor(db, caller, mentor, cancel) : null,
        Choices = ChooseForMySessions.Choices.Of(OwnChoices.Of(caller) is (var id, _) ? await db.OwnChoices.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == id, cancel) : null),
    });

    private static async Task<AsMentee> OfMentee(SessionDb db, Caller caller, MenteeId id, CancellationToken cancel)
    {
        var copy = await db.Mentees.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel);
        var matches = await db.Matches.AsNoTracking().Where(m => m.MenteeId == id).OrderBy(m => m.Id).ToArrayAsync(cancel);
        var over = Over(matches);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.MenteeId == id).OrderBy(s => s.StartsAt).ToArrayAsync(cancel);
        var goals = await db.Goals.AsNoTracking().Where(g => g.MenteeId == id).OrderBy(g => g.Id).ToArrayAsync(cancel);
        return new()
        {
            Id = id,
            CaseworkerId = copy?.CaseworkerId,
            ReadyUntil = copy?.ReadyUntil,
            Matches = Matches(matches),
            Sessions = [.. sessions.Select(s => MenteesSession.Of(s, over.Contains(s.MatchId)))],
            Reflections = await Reflections(db.ReflectionsOf(caller).Where(r => r.Author == Voice.Mentee), sessions, cancel),
            Goals = [.. goals.Select(MenteesGoal.Of)],
            CheckIns = await CheckIns(db.CheckIns.Where(c => c.MenteeId == id && c.With == Side.Mentee), cancel),
            AfterSessions = await Pulses(db.Pulses.Where(p => p.MenteeId == id && p.By == Voice.Mentee), cancel),
            Reviews = await Reviews(db.Reviews.Where(r => r.MenteeId == id), Voice.Mentee, cancel),
        };
    }

    private static async Task<AsMentor> OfMentor(SessionDb db, Caller caller, MentorId id, CancellationToken cancel)
    {
        var copy = await db.Mentors.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel);
        var matches = await db.Matches.AsNoTracking().Where(m => m.MentorId == id).OrderBy(m => m.Id).ToArrayAsync(cancel);
        var over = Over(matches);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.MentorId == id).OrderBy(s => s.StartsAt).ToArrayAsync(cancel);
        var reflections = await Reflections(db.ReflectionsOf(caller).Where(r => r.Author == Voice.Mentor), sessions, cancel);
        return new()
        {
            Id = id,
            PartnerId = copy?.PartnerId,
            Standing = copy?.Standing,
            ClearedUntil = copy?.ClearedUntil,
            Zone = copy?.Availability?.Zone,
            Weekly = copy?.Availability?.Weekly ?? [],
            Changes = copy?.Availability?.Changes ?? [],
            Matches = Matches(matches),
            Sessions = [.. sessions.Select(s => MentorsSession.Of(s, over.Contains(s.MatchId)))],
            Reflections = reflections,
            ReflectionsClosed = await db.Reflections.CountAsync(r => r.MentorId == id && r.Author == Voice.Mentor, cancel) - reflections.Count,
            CheckIns = await CheckIns(db.CheckIns.Where(c => c.MentorId == id && c.With == Side.Mentor), cancel),
            AfterSessions = await Pulses(db.Pulses.Where(p => p.MentorId == id && p.By == Voice.Mentor), cancel),
            Reviews = await Reviews(db.Reviews.Where(r => r.MentorId == id), Voice.Mentor, cancel),
        };
    }

    private static HashSet<MatchId> Over(IEnumerable<MatchCopy> matches) => [.. matches.Where(m => m.State == MatchState.Ended).Select(m => m.Id)];

    private static IReadOnlyList<MatchData> Matches(IEnumerable<MatchCopy> matches) =>
        [.. matches.Select(m => new MatchData { Id = m.Id, State = m.State, ActivatedAt = m.ActivatedAt })];

    private static async Task<IReadOnlyList<MyReflection>> Reflections(IQueryable<Reflection> mine, IEnumerable<Session> sessions, CancellationToken cancel)
    {
        var starts = sessions.ToDictionary(s => s.Id, s => s.StartsAt);
        var reflections = await mine.AsNoTracking().OrderBy(r => r.StartedAt).ToArrayAsync(cancel);
        return [.. reflections.Select(r => MyReflection.Of(r, r.SessionId is { } about && starts.TryGetValue(about, out var at) ? at : null))];
    }

    private static async Task<IReadOnlyList<CheckInData>> CheckIns(IQueryable<CheckIn> mine, CancellationToken cancel) => await mine.AsNoTracking().OrderBy(c => c.Id)
        .Select(c => new CheckInData
        {
            MatchId = c.MatchId,
            HeldOn = c.HeldOn,
            How = c.How,
            Activity = c.Activity,
            Safety = c.Safety,
            Quality = c.Quality,
            WhatWouldHelp = c.WhatWouldHelp,
            Note = c.Note,
        })
        .ToArrayAsync(cancel);

    private static async Task<IReadOnlyList<PulseData>> Pulses(IQueryable<Pulse> mine, CancellationToken cancel) => await mine.AsNoTracking().OrderBy(p => p.SaidAt)
        .Select(p => new PulseData { SessionId = p.SessionId, How = p.How, Safe = p.Safe, Change = p.Change, SaidAt = p.SaidAt })
        .ToArrayAsync(cancel);

    private static async Task<IReadOnlyList<ReviewData>> Reviews(IQueryable<Review> mine, Voice voice, CancellationToken cancel) => await mine.AsNoTracking().OrderBy(r => r.HeldOn)
        .Select(r => new ReviewData
        {
            MatchId = r.MatchId,
            Milestone = r.Milestone,
            HeldOn = r.HeldOn,
            YourWords = voice == Voice.Mentor ? r.MentorWords : r.MenteeWords,
            GoalsLookedAt = r.GoalsLookedAt,
            Outcome = r.Outcome,
            Changes = r.Changes,
        })
        .ToArrayAsync(cancel);
}
