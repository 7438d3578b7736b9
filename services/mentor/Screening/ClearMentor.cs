using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A caseworker clears a mentor whose every check is passed and in date.</summary>
public static class ClearMentor
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentors/{id}/clearance", Handle).For(Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Clear a mentor").WithDescription("In force until the earliest end of the checks. Refused with what is still needed. With an adverse finding the first caseworker proposes it, and another one clears. Again is fine and changes nothing. Nobody clears themselves.");

    private static async Task<Results<Ok<MentorAnswer>, ProblemHttpResult>> Handle(MentorId id, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (caller.Mentor == id) return Steps.NotForYourself();
        if (await db.MentorOf(id, cancel) is not { } mentor) return Problems.NotFound();
        var decision = mentor.Clear(caller.Account, clock.Today(), clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MentorAnswer.Of(mentor, clock.Today()));
    }
}
