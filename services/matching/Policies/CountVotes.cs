using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>Counts the votes on a draft: the only way to a new version of the policy.</summary>
internal static class CountVotes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/policies/drafts/{draftId}/closing", Handle)
        .WithSummary("Close the voting and count")
        .WithDescription("On the last day for votes, after it, or once every member has voted. If enough said yes (see the count's sentence), the draft is the policy from this moment on and the one before is retired; if not, nothing changes but the draft. A second call answers the same.")
        .For(Roles.Administrator);

    private static async Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> Handle(PolicyDraftId draftId, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var inForce = await db.HoldPolicyInForce(cancel);
        if (await db.HoldDraft(draftId, cancel) is not { } draft) return Problems.NotFound();
        var now = clock.GetUtcNow();
        var decision = draft.Close(await db.BallotsOf(draftId, cancel), inForce, now);
        if (decision.IsRefused) return decision.AsConflict();
        if (decision.Changed && draft.State == DraftState.Adopted)
        {
            // Retired first: Postgres lets only one be in force.
            inForce.Retire(London.DateAt(now));
            await db.SaveChangesAsync(cancel);
            db.Add(draft.AsPolicy(inForce, London.DateAt(now)));
        }

        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await DraftAnswer.Of(db, draft, null, London.DateAt(now), cancel));
    }
}
