using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>The young person and their caseworker each put their name to the risk assessment they read.</summary>
public static class SignRiskAssessment
{
    /// <summary>What is signed.</summary>
    public sealed record Request
    {
        /// <summary>The version that was read.</summary>
        /// <example>1</example>
        [Range(1, 100_000, ErrorMessage = "Give the version number of the plan you read.")]
        public required int Version { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentees/{id}/risk-assessment/signature", Handle)
        .For(Roles.Mentee, Roles.Caseworker)
        .WithSummary("Sign the risk assessment")
        .WithDescription("Signs as the young person, or as a caseworker of theirs, whichever the caller is. Refused when the plan has changed since it was read. May tell MenteeReady.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Standing>, ProblemHttpResult>> Handle(
        MenteeId id, Request request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await db.ToChange(id, caller, today, cancel) is not { } mentee) return Problems.NotFound();
        var decision = caller.IsMentee(id)
            ? mentee.SignRiskAssessment(request.Version, today, clock.GetUtcNow())
            : mentee.SignRiskAssessment(request.Version, caller.Caseworker, today, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(Standing.Of(mentee, today));
    }
}
