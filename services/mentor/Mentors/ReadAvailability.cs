using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A mentor, or a caseworker, reads when the mentor is free.</summary>
public static class ReadAvailability
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors/{id}/availability", Handle).For(Roles.Mentor, Roles.Caseworker).MayAnswer(400, 404)
        .WithSummary("Read when a mentor is free").WithDescription("Times are local in the zone.");

    private static async Task<Results<Ok<AvailabilityAnswer>, ProblemHttpResult>> Handle(MentorId id, Caller caller, MentorDb db, CancellationToken cancel) =>
        await db.MentorOf(id, cancel) is { } mentor && caller.MayActFor(mentor) ? TypedResults.Ok(AvailabilityAnswer.Of(mentor.Availability)) : Problems.NotFound();
}
