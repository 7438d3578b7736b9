using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A caseworker puts right who a mentor is, or how to reach them.</summary>
public static class CorrectDetails
{
    /// <summary>The right details, and why they change.</summary>
    public sealed record Request : DetailsRequest
    {
        /// <summary>Why, 3 to 500 characters; caseworkers read it, and the person in a download of their data.</summary>
        /// <example>Married; saw the certificate.</example>
        [SaysWhy]
        public required string Why { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/mentors/{id}/details", Handle).For(Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Put right who a mentor is or how to reach them").WithDescription(
            "Whole: a phone number or job title that is left out is emptied. Kept in the story with who, when and why. Refused when the email is another mentor's. "
            + "Nobody corrects themselves here. An account they have already keeps the address it signs in with.");

    private static async Task<Results<Ok<MentorAnswer>, ProblemHttpResult>> Handle(
        MentorId id, Request request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (caller.Mentor == id) return Steps.NotForYourself();
        if (await db.MentorOf(id, cancel) is not { } mentor) return Problems.NotFound();
        var decision = mentor.Correct(request.Person(), request.Why.Trim(), caller.Account, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MentorAnswer.Of(mentor, clock.Today()));
    }
}
