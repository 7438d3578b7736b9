using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>An administrator takes a business into the programme, or tells it no.</summary>
public static class DecideOnPartnerRequest
{
    /// <summary>Why a business is told no.</summary>
    public sealed record Refusal
    {
        /// <summary>Why, 3 to 500 characters; only administrators read it.</summary>
        /// <example>Outside the county.</example>
        [StringLength(500, MinimumLength = 3, ErrorMessage = "Say why in 3 to 500 characters. Only administrators read it.")]
        [RegularExpression(@"^\s*\S[\s\S]+\S\s*$", MatchTimeoutInMilliseconds = 200, ErrorMessage = "Say why in 3 to 500 characters. Only administrators read it.")]
        public required string Why { get; init; }
    }

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/partner-requests/{id}/acceptance", Accept).For(Roles.Administrator).MayAnswer(400, 404, 409)
            .WithSummary("Take a business into the programme").WithDescription("Makes the partner and answers its partnerId; its coordinator is invited at the portal. Refused when there is a partner with this name already.");
        app.MapPost("/partner-requests/{id}/refusal", Refuse).For(Roles.Administrator).MayAnswer(400, 404, 409)
            .WithSummary("Tell a business no").WithDescription("Sends nothing: an administrator writes to them.");
    }

    private static Task<Results<Ok<PartnerRequestAnswer>, ProblemHttpResult>> Accept(PartnerRequestId id, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel) =>
        Decide(db, id, request => request.Accept(partner => db.Add(partner), caller.Account, clock.GetUtcNow()), cancel);

    private static Task<Results<Ok<PartnerRequestAnswer>, ProblemHttpResult>> Refuse(
        PartnerRequestId id, Refusal refusal, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel) =>
        Decide(db, id, request => request.Refuse(refusal.Why.Trim(), caller.Account, clock.GetUtcNow()), cancel);

    private static async Task<Results<Ok<PartnerRequestAnswer>, ProblemHttpResult>> Decide(MentorDb db, PartnerRequestId id, Func<PartnerRequest, Decision> step, CancellationToken cancel)
    {
        if (await db.PartnerRequests.SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } request) return Problems.NotFound();
        var decision = step(request);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(PartnerRequestAnswer.Of(request));
    }
}
