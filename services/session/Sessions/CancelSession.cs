using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>Somebody calls a session off.</summary>
public static class CancelSession
{
    /// <summary>What they want to say.</summary>
    public sealed record Request
    {
        /// <summary>Why, in their own words, at most 500 characters; nobody has to say. The other side can read it until the match ends, and the caseworker.</summary>
        /// <example>I have a cold.</example>
        [StringLength(500, ErrorMessage = "Please say it in at most 500 characters.")]
        public string? Why { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/sessions/{sessionId}/cancel", Handle)
        .WithName(nameof(CancelSession))
        .WithSummary("Call a session off.")
        .WithDescription("Possible until it begins. Its time is free again at once. A caseworker can do it for a young person in their caseload.")
        .Produces<MenteesSession>()
        .Refuses(400, 404, 409)
        .For(Roles.Mentee, Roles.Mentor, Roles.Caseworker);

    private static async Task<Results<Ok<MenteesSession>, Ok<MentorsSession>, Ok<CaseworkersSession>, ProblemHttpResult>> Handle(
        SessionId sessionId, Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var session = await db.HoldSession(sessionId, cancel);
        if (session is null) return Problems.NotFound();
        var voice = session.VoiceOf(caller);
        if (voice is null && await db.IsInCaseload(caller, session.MenteeId, London.DateAt(now), cancel)) voice = Voice.Caseworker;
        if (voice is null) return Problems.NotFound();

        var decision = session.Cancel(voice.Value, Text.Of(request.Why), now);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return voice switch
        {
            Voice.Mentee => TypedResults.Ok(MenteesSession.Of(session, await db.IsApart(session.MatchId, cancel))),
            Voice.Mentor => TypedResults.Ok(MentorsSession.Of(session, await db.IsApart(session.MatchId, cancel))),
            _ => TypedResults.Ok(CaseworkersSession.Of(session)),
        };
    }
}
