using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>A young person has reached a goal, or puts it away.</summary>
public static class CloseGoal
{
    /// <summary>What is so.</summary>
    public sealed record Request
    {
        /// <summary>Whether it is reached; put away for now otherwise.</summary>
        /// <example>true</example>
        public required bool Reached { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/goals/{goalId}/closing", Handle)
        .WithName(nameof(CloseGoal))
        .WithSummary("Say that your goal is reached, or put it away.")
        .WithDescription("It can be taken up again at any time.")
        .Refuses(400, 404, 409)
        .For(Roles.Mentee);

    private static async Task<Results<Ok<MenteesGoal>, ProblemHttpResult>> Handle(
        GoalId goalId, Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MyGoal(goalId, caller, cancel) is not { } goal) return Problems.NotFound();
        var decision = goal.Close(request.Reached, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MenteesGoal.Of(goal));
    }
}
