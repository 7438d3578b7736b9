using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A caseworker says no to what a colleague proposed in spite of an adverse finding.</summary>
public static class RefuseClearance
{
    /// <summary>Why not.</summary>
    public sealed record Request
    {
        /// <summary>Why, 3 to 500 characters; caseworkers read it, and the person in a download of their data.</summary>
        /// <example>I would like to hear from the probation service first.</example>
        [SaysWhy]
        public required string Why { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentors/{id}/clearance/refusal", Handle).For(Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Say no to a proposed clearance").WithDescription("Whoever proposed it may take it back with this too. The screening goes on. Refused when nobody proposes it at this moment. Nobody decides on themselves.");

    private static async Task<Results<Ok<MentorAnswer>, ProblemHttpResult>> Handle(
        MentorId id, Request request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (caller.Mentor == id) return Steps.NotForYourself();
        if (await db.MentorOf(id, cancel) is not { } mentor) return Problems.NotFound();
        var decision = mentor.RefuseClearance(request.Why.Trim(), caller.Account, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MentorAnswer.Of(mentor, clock.Today()));
    }
}
