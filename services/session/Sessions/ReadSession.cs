using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>One session, for those it concerns.</summary>
public static class ReadSession
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/sessions/{sessionId}", Handle)
        .WithName(nameof(ReadSession))
        .WithSummary("Read one session.")
        .WithDescription("The young person and the mentor see what is theirs, neither anything of the other once the match has ended or while contact is paused; the young person's caseworker, a covering one and a safeguarding lead (with an Access-Reason) also see who did what and when.")
        .Produces<MenteesSession>()
        .Refuses(404)
        .For(Roles.Mentee, Roles.Mentor, Roles.Caseworker, Roles.SafeguardingLead);

    private static async Task<Results<Ok<MenteesSession>, Ok<MentorsSession>, Ok<CaseworkersSession>, ProblemHttpResult>> Handle(
        SessionId sessionId, Caller caller, SessionDb db, LeadAccess lead, TimeProvider clock, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId, cancel);
        if (session is null) return Problems.NotFound();
        if (session.VoiceOf(caller) is { } voice)
        {
            var isApart = await db.IsApart(session.MatchId, cancel);
            return voice == Voice.Mentor ? TypedResults.Ok(MentorsSession.Of(session, isApart)) : TypedResults.Ok(MenteesSession.Of(session, isApart));
        }

        return await db.IsInCaseload(caller, session.MenteeId, London.DateAt(clock.GetUtcNow()), cancel)
            || await lead.Allows(db, caller, $"mentee {session.MenteeId}", cancel)
            ? TypedResults.Ok(CaseworkersSession.Of(session))
            : Problems.NotFound();
    }
}
