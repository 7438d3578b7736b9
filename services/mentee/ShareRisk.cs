using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>A young person lets their mentor read one part of their safety plan, or no longer. Only they can, at any time, and nobody signs anew for it.</summary>
public static class ShareRisk
{
    /// <summary>What they choose.</summary>
    public sealed record Request
    {
        /// <summary>The version of the plan that was read.</summary>
        /// <example>1</example>
        [Range(1, 100_000, ErrorMessage = "Give the version number of the plan you read.")]
        public required int Version { get; init; }

        /// <summary>Whether their mentor may read this part.</summary>
        /// <example>true</example>
        public required bool Shared { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPut("/mentees/{id}/risk-assessment/risks/{risk:int}/sharing", Handle)
        .For(Roles.Mentee)
        .WithSummary("Let your mentor read a part of your safety plan, or no longer")
        .WithDescription("Only the young person themselves. Nothing is shared unless they say so. The mentor reads what could happen, what is done, who does it and until when, from the approval of the match until its end and while the plan is in force; not how likely or how bad it is, and not the young person's words.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<SafetyPlan>, ProblemHttpResult>> Handle(
        MenteeId id, [Description("Which part, 1 for the first.")] int risk, Request request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        // A caller who is also a caseworker must not choose for somebody of their caseload.
        if (!caller.IsMentee(id) || await db.ToChange(id, caller, clock.Today(), cancel) is not { } mentee) return Problems.NotFound();
        var decision = mentee.ShareRisk(request.Version, risk, request.Shared, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(SafetyPlan.Of(mentee.RiskAssessment)!);
    }
}
