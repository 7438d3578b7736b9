using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>A young person sets themselves a goal.</summary>
public static class SetGoal
{
    /// <summary>What they want to get to.</summary>
    public sealed record Request
    {
        /// <summary>A word from the programme's goal areas.</summary>
        /// <example>confidence</example>
        [AGoalArea]
        public required string Area { get; init; }

        /// <summary>What it is, in their own words, 1 to 300 characters.</summary>
        /// <example>Speak up at college without my heart racing.</example>
        [Required(ErrorMessage = "Say in your own words what you want to get to."), StringLength(300, ErrorMessage = "Please say it in at most 300 characters.")]
        public required string Words { get; init; }

        /// <summary>How near it is today, from 0 to 10; can be said later.</summary>
        /// <example>3</example>
        [Range(0, 10, ErrorMessage = "Pick a number from 0 to 10.")]
        public int? Score { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/goals", Handle)
        .WithName(nameof(SetGoal))
        .WithSummary("Set yourself a goal.")
        .WithDescription("At most three are open at once.")
        .Refuses(400, 409)
        .For(Roles.Mentee);

    private static async Task<Results<Created<MenteesGoal>, ProblemHttpResult>> Handle(Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (caller.Mentee is not { } mentee) return Problems.NotFound();
        if (Text.Of(request.Words) is not { } words) return Problems.Invalid("Say in your own words what you want to get to.");
        if (Goal.FreePlace(await db.TakenPlaces(mentee, cancel)) is not { } place) return Problems.Conflict(Goal.Full);

        var now = clock.GetUtcNow();
        var goal = Goal.Set(mentee, request.Area, words, place, now);
        if (request.Score is { } score) goal.Rate(score, now);
        db.Add(goal);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/goals/{goal.Id}", MenteesGoal.Of(goal));
    }

    internal static Task<int[]> TakenPlaces(this SessionDb db, MenteeId mentee, CancellationToken cancel) =>
        db.Goals.Where(g => g.MenteeId == mentee && g.Place != null).Select(g => g.Place!.Value).ToArrayAsync(cancel);

    internal static async Task<Goal?> MyGoal(this SessionDb db, GoalId id, Caller caller, CancellationToken cancel) =>
        await db.Goals.SingleOrDefaultAsync(g => g.Id == id, cancel) is { } goal && caller.IsMentee(goal.MenteeId) ? goal : null;
}
