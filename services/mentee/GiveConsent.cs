using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>A young person says yes to taking part. Only they can.</summary>
public static class GiveConsent
{
    /// <summary>Their yes.</summary>
    public sealed record Request
    {
        /// <summary>The version of the statement they read, from <c>GET /consent-statement</c>.</summary>
        /// <example>2026-2</example>
        [Required(ErrorMessage = "Say which words you read.")]
        [StringLength(20, ErrorMessage = "This is not a version we know.")]
        public required string StatementVersion { get; init; }

        /// <summary>Must be true; who does not agree sends nothing.</summary>
        /// <example>true</example>
        [AllowedValues(true, ErrorMessage = "If you do not want to take part, that is fine. You do not need to send anything.")]
        public required bool Agreed { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentees/{id}/consent", Handle)
        .For(Roles.Mentee)
        .WithSummary("Say yes to taking part")
        .WithDescription("Only the young person themselves. Holds for twelve months; saying yes again starts them anew. May tell MenteeReady.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Standing>, ProblemHttpResult>> Handle(
        MenteeId id, Request request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        // A caller who is also a caseworker must not say yes for somebody of their caseload.
        var today = clock.Today();
        if (!caller.IsMentee(id) || await db.ToChange(id, caller, today, cancel) is not { } mentee) return Problems.NotFound();
        var decision = mentee.Agree(request.StatementVersion, today, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(Standing.Of(mentee, today));
    }
}
