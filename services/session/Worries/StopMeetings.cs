using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>A caseworker calls off what is booked between two people, and nothing more can be booked until they let them again.</summary>
public static class StopMeetings
{
    /// <summary>Where it stands then.</summary>
    public sealed record Answer
    {
        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>Since when nothing can be booked, UTC; null when it can.</summary>
        /// <example>2026-11-18T19:00:00Z</example>
        public required DateTimeOffset? StoppedAt { get; init; }

        /// <summary>How many sessions were called off just now.</summary>
        /// <example>2</example>
        public required int CalledOff { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/matches/{matchId}/stopping", Stop).WithName(nameof(StopMeetings)).WithSummary("Call off what is booked in a match, and let nothing more be booked.")
            .WithDescription("By the young person's caseworker or a covering one. Both are told that their sessions are called off, by the programme and without a reason.")
            .Refuses(404).For(Roles.Caseworker);
        app.MapDelete("/matches/{matchId}/stopping", Resume).WithName("ResumeMeetings").WithSummary("Let the two of a match book again.")
            .WithDescription("Also after somebody said that they do not feel safe: the caseworker, who has talked with them, decides.")
            .Refuses(404).For(Roles.Caseworker);
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Stop(MatchId matchId, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var match = await db.HoldMatch(matchId, cancel);
        if (match is null || !await db.IsInCaseload(caller, match.MenteeId, London.DateAt(now), cancel)) return Problems.NotFound();
        match.Stop(now);
        var off = await db.CallOffFrom(match, now, now, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Answer { MatchId = matchId, StoppedAt = match.StoppedAt, CalledOff = off });
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Resume(MatchId matchId, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        var match = await db.HoldMatch(matchId, cancel);
        if (match is null || !await db.IsInCaseload(caller, match.MenteeId, clock.Today(), cancel)) return Problems.NotFound();
        match.Resume(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Answer { MatchId = matchId, StoppedAt = null, CalledOff = 0 });
    }

    /// <summary>Calls off what is booked in a match that is held and begins at or after a moment, and says how much that was.</summary>
    internal static async Task<int> CallOffFrom(this SessionDb db, MatchCopy match, DateTimeOffset from, DateTimeOffset now, CancellationToken cancel) =>
        (await db.HoldSessionsFrom(match.Id, from, cancel)).Count(session => session.CancelFrom(from, now).Changed);
}
