using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>A young person takes a goal up again.</summary>
public static class ReopenGoal
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/goals/{goalId}/reopening", Handle)
        .WithName(nameof(ReopenGoal))
        .WithSummary("Take a goal up again that you had reached or put away.")
        .Refuses(404, 409)
        .For(Roles.Mentee);

    private static async Task<Results<Ok<MenteesGoal>, ProblemHttpResult>> Handle(GoalId goalId, Caller caller, SessionDb db, CancellationToken cancel)
    {
        if (await db.MyGoal(goalId, caller, cancel) is not { } goal) return Problems.NotFound();
        var decision = goal.Reopen(Goal.FreePlace(await db.TakenPlaces(goal.MenteeId, cancel)));
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MenteesGoal.Of(goal));
    }
}
