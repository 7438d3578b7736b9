using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>How a match goes, on one sheet, for the caseworker.</summary>
public static class SeeHowItGoes
{
    /// <summary>How many of each are shown.</summary>
    public const int Newest = 20;

    /// <summary>A word after a session.</summary>
    public sealed record PulseItem
    {
        /// <summary>The session.</summary>
        public required SessionId SessionId { get; init; }

        /// <summary>When it started, UTC.</summary>
        /// <example>2026-11-18T18:00:00Z</example>
        public required DateTimeOffset SessionAt { get; init; }

        /// <summary>Who said it.</summary>
        public required Voice By { get; init; }

        /// <summary>How it was.</summary>
        public required HowItWas How { get; init; }

        /// <summary>Whether they feel safe.</summary>
        public required Safety Safe { get; init; }

        /// <summary>What they would change.</summary>
        /// <example>A quieter place.</example>
        public required string? Change { get; init; }

        /// <summary>When it was said, UTC.</summary>
        public required DateTimeOffset SaidAt { get; init; }
    }

    /// <summary>The answer.</summary>
    public sealed record Answer
    {
        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>The date in London of the last contact; null when the match has not begun or is over.</summary>
        /// <example>2026-11-18</example>
        public required DateOnly? LastContactOn { get; init; }

        /// <summary>Plain signs that it may end early: words for a conversation, and no score.</summary>
        public required IReadOnlyList<EndingSign> Signs { get; init; }

        /// <summary>Those who said, after a session or when they asked to end the match, that they do not feel safe, or are not sure, and with whom nobody has spoken since.</summary>
        public required IReadOnlyList<SummariseCaseload.AWorry> Worries { get; init; }

        /// <summary>Since when contact is paused, because somebody did not feel safe, or a caseworker or a safeguarding lead stopped it, UTC; null when it is not.</summary>
        /// <example>null</example>
        public required DateTimeOffset? StoppedAt { get; init; }

        /// <summary>Whether a safeguarding lead stopped it; then only a lead lets the two meet again.</summary>
        /// <example>false</example>
        public required bool StoppedByLead { get; init; }

        /// <summary>Check-ins and reviews that are due.</summary>
        public required IReadOnlyList<DueCheckIn> Due { get; init; }

        /// <summary>The newest twenty sessions, the latest first.</summary>
        public required IReadOnlyList<CaseworkersSession> Sessions { get; init; }

        /// <summary>The places of those sessions.</summary>
        public required IReadOnlyList<APlace> Places { get; init; }

        /// <summary>The newest twenty words after sessions, the latest first. The two never read each other's.</summary>
        public required IReadOnlyList<PulseItem> Pulses { get; init; }

        /// <summary>The reviews, the earliest first.</summary>
        public required IReadOnlyList<RecordReview.Answer> Reviews { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/matches/{matchId}/how-it-goes", Handle)
        .Sensitive(RecordParts.HowItGoes)
        .WithName(nameof(SeeHowItGoes))
        .WithSummary("How a match goes: contact, signs, what is due, sessions, words after them, and reviews.")
        .WithDescription("For the young person's caseworker, a covering one, and a safeguarding lead (with an Access-Reason).")
        .Refuses(404)
        .For(Roles.Caseworker, Roles.SafeguardingLead);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(MatchId matchId, Caller caller, SessionDb db, LeadAccess lead, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = London.DateAt(now);
        var match = await db.Matches.AsNoTracking().SingleOrDefaultAsync(m => m.Id == matchId, cancel);
        if (match is null) return Problems.NotFound();
        db.About = match.MenteeId;
        if (!await db.IsInCaseload(caller, match.MenteeId, today, cancel) && !await lead.Allows(db, caller, $"mentee {match.MenteeId}", cancel)) return Problems.NotFound();

        var one = db.Matches.Where(m => m.Id == matchId);
        var due = await db.DueIn(one, today, cancel);
        var course = (await db.CoursesOf(one, due, now, cancel)).SingleOrDefault();
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.MatchId == matchId).OrderByDescending(s => s.StartsAt).Take(Newest).Select(CaseworkersSession.Reading).ToArrayAsync(cancel);
        var reviews = await db.Reviews.AsNoTracking().Where(r => r.MatchId == matchId).OrderBy(r => r.HeldOn).ThenBy(r => r.RecordedAt).ToArrayAsync(cancel);
        return TypedResults.Ok(new Answer
        {
            MatchId = matchId,
            LastContactOn = course?.LastContactOn,
            Signs = course is null ? [] : EndingSigns.Of(course, today),
            Worries = await db.OpenWorriesOf(one, cancel),
            StoppedAt = match.StoppedAt,
            StoppedByLead = match.StoppedByLead,
            Due = due,
            Sessions = sessions,
            Places = [.. (await db.PlacesOf(sessions.Select(s => s.PlaceId), cancel)).Values.OrderBy(p => p.Name).Select(APlace.Of)],
            Pulses = await db.Pulses.AsNoTracking().Where(p => p.MatchId == matchId).OrderByDescending(p => p.SaidAt).Take(Newest)
                .Select(p => new PulseItem { SessionId = p.SessionId, SessionAt = db.Sessions.Single(s => s.Id == p.SessionId).StartsAt, By = p.By, How = p.How, Safe = p.Safe, Change = p.Change, SaidAt = p.SaidAt })
                .ToArrayAsync(cancel),
            Reviews = [.. reviews.Select(RecordReview.Answer.Of)],
        });
    }
}
