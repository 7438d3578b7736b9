using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>The caseworker approves what both said yes to.</summary>
internal static class ApproveMatch
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/approval", Handle)
        .WithSummary("Approve a match")
        .WithDescription("The young person's caseworker or their cover, after both said yes. 409 with what is missing unless every condition that GET /matches/{matchId} shows holds at this very moment: both said yes, the mentor's clearance and the young person's readiness are in force, the mentor still has room for one more and is nobody the young person has ruled out meanwhile.")
        .For(Roles.Caseworker);

    private static async Task<Results<Ok<CaseworkerMatch>, ProblemHttpResult>> Handle(
        MatchId matchId, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var held = await db.HoldMatch(matchId, cancel);
        var now = clock.GetUtcNow();
        if (held is null || !await db.IsCaseworkerOf(caller, held.Match.MenteeId, London.DateAt(now), cancel)) return Problems.NotFound();
        var others = await db.ApprovedOthers(held.Match, cancel);
        var decision = held.Match.Approve(held.Mentor, others, held.Mentee, caller.Caseworker, now);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(CaseworkerMatch.Of(held.Match));
    }
}
