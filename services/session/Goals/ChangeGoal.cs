using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>A young person puts a goal in other words.</summary>
public static class ChangeGoal
{
    /// <summary>How it is said now.</summary>
    public sealed record Request
    {
        /// <summary>A word from the programme's goal areas.</summary>
        /// <example>confidence</example>
        [AGoalArea]
        public required string Area { get; init; }

        /// <summary>What it is, in their own words, 1 to 300 characters.</summary>
        /// <example>Say what I think in class at least once a week.</example>
        [Required(ErrorMessage = "Say in your own words what you want to get to."), StringLength(300, ErrorMessage = "Please say it in at most 300 characters.")]
        public required string Words { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPut("/goals/{goalId}", Handle)
        .WithName(nameof(ChangeGoal))
        .WithSummary("Put your open goal in other words.")
        .Refuses(400, 404, 409)
        .For(Roles.Mentee);

    private static async Task<Results<Ok<MenteesGoal>, ProblemHttpResult>> Handle(GoalId goalId, Request request, Caller caller, SessionDb db, CancellationToken cancel)
    {
        if (Text.Of(request.Words) is not { } words) return Problems.Invalid("Say in your own words what you want to get to.");
        if (await db.MyGoal(goalId, caller, cancel) is not { } goal) return Problems.NotFound();
        var decision = goal.Say(request.Area, words);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MenteesGoal.Of(goal));
    }
}
