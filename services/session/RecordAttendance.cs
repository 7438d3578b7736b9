using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>The mentor writes down whether a session took place.</summary>
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

    /// <summary>What to write down.</summary>
    public sealed record Request
    {
        /// <summary><c>held</c> when it took place, <c>missed</c> when it did not.</summary>
        /// <example>held</example>
        public required Outcome Outcome { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/sessions/{sessionId}/attendance", Handle)
        .WithName(nameof(RecordAttendance))
        .WithSummary("Write down whether a session took place.")
        .WithDescription("Possible once it has begun. What is written down stays.")
        .Refuses(400, 404, 409)
        .For(Roles.Mentor);

    private static async Task<Results<Ok<MentorsSession>, ProblemHttpResult>> Handle(
        SessionId sessionId, Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        var session = await db.HoldSession(sessionId, cancel);
        if (session is null || !caller.IsMentor(session.MentorId)) return Problems.NotFound();

        var decision = session.Record(request.Outcome == Outcome.Held, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MentorsSession.Of(session, await db.IsOver(session.MatchId, cancel)));
    }
}
