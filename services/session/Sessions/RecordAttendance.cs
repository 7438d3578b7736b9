using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>The young person or the mentor says whether a session took place.</summary>
public static class RecordAttendance
{
    /// <summary>Whether a session took place.</summary>
    public enum Outcome
    {
        /// <summary>It took place.</summary>
        Held,

        /// <summary>It did not.</summary>
        Missed,
    }

    /// <summary>What is said.</summary>
    public sealed record Request
    {
        /// <summary><c>held</c> when it took place, <c>missed</c> when it did not.</summary>
        /// <example>held</example>
        public required Outcome Outcome { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/sessions/{sessionId}/attendance", Handle)
        .WithName(nameof(RecordAttendance))
        .WithSummary("Say whether a session took place.")
        .WithDescription("Possible for either side once it has begun. What is said stays. The word of whoever speaks first decides; where the two differ, the caseworker sees it.")
        .Produces<MenteesSession>()
        .Refuses(400, 404, 409)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<Ok<MenteesSession>, Ok<MentorsSession>, ProblemHttpResult>> Handle(
        SessionId sessionId, Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        var session = await db.HoldSession(sessionId, cancel);
        if (session?.VoiceOf(caller) is not { } voice) return Problems.NotFound();

        var decision = session.Record(request.Outcome == Outcome.Held, voice, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        var isApart = await db.IsApart(session.MatchId, cancel);
        return voice == Voice.Mentor ? TypedResults.Ok(MentorsSession.Of(session, isApart)) : TypedResults.Ok(MenteesSession.Of(session, isApart));
    }
}
