using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>A young person says in their words what should be different in their safety plan, before they put their name to it.</summary>
public static class WishForChange
{
    /// <summary>What they want.</summary>
    public sealed record Request
    {
        /// <summary>The version of the plan that was read.</summary>
        /// <example>1</example>
        [Range(1, 100_000, ErrorMessage = "Give the version number of the plan you read.")]
        public required int Version { get; init; }

        /// <summary>What should be different; 1 to 1,000 characters.</summary>
        /// <example>The bus home is missing.</example>
        [Required(ErrorMessage = "Write what should be different.")]
        [StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
        public required string Words { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPut("/mentees/{id}/risk-assessment/wish", Handle)
        .For(Roles.Mentee)
        .WithSummary("Say what should be different in your safety plan")
        .WithDescription("Only the young person themselves, until they have signed. Said again, the new words take the place of the old ones. Their caseworker reads it beside the plan.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<SafetyPlan>, ProblemHttpResult>> Handle(
        MenteeId id, Request request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!caller.IsMentee(id) || await db.ToChange(id, caller, clock.Today(), cancel) is not { } mentee) return Problems.NotFound();
        var decision = mentee.WishForChange(request.Version, request.Words, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(SafetyPlan.Of(mentee.RiskAssessment)!);
    }
}
