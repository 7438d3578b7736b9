using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Stops a plan that is being made.</summary>
internal static class StopPlan
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/plans/{planId}/cancellation", Handle)
        .WithSummary("Stop a plan that is being made")
        .WithDescription("Any caseworker. It stops within seconds and leaves nothing. 409 when it is made already.")
        .ProducesProblem(StatusCodes.Status409Conflict).For(Roles.Caseworker);

    private static async Task<Results<Ok<PlanAnswer>, ProblemHttpResult>> Handle(PlanId planId, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        // Held, because the one who makes it writes to the same row.
        if (await db.Plans.FromSql($"select *, xmin from cohort_plans where id = {planId.Value} for update").SingleOrDefaultAsync(cancel) is not { } plan) return Problems.NotFound();
        var decision = plan.Stop(clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(PlanAnswer.Of(plan));
    }
}
