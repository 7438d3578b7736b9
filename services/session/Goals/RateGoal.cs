using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>A young person says how near a goal is.</summary>
public static class RateGoal
{
    /// <summary>How near.</summary>
    public sealed record Request
    {
        /// <summary>From 0, not at all there, to 10, all the way there.</summary>
        /// <example>6</example>
        [Range(0, 10, ErrorMessage = "Pick a number from 0 to 10.")]
        public required int Score { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/goals/{goalId}/ratings", Handle)
        .WithName(nameof(RateGoal))
        .WithSummary("Say how near your goal is today.")
        .WithDescription("Of two ratings of one day in London the later stays.")
        .Refuses(400, 404, 409)
        .For(Roles.Mentee);

    private static async Task<Results<Ok<MenteesGoal>, ProblemHttpResult>> Handle(
        GoalId goalId, Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MyGoal(goalId, caller, cancel) is not { } goal) return Problems.NotFound();
        var decision = goal.Rate(request.Score, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MenteesGoal.Of(goal));
    }
}
