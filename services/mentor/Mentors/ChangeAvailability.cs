using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A mentor, or a caseworker for them, changes when they are free.</summary>
public static class ChangeAvailability
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/mentors/{id}/availability", Handle).For(Roles.Mentor, Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Change when a mentor is free").WithDescription("Replaces all of it. Times are local in the zone; sessions that are booked already stay booked.");

    private static async Task<Results<Ok<AvailabilityAnswer>, ProblemHttpResult>> Handle(
        MentorId id, AvailabilityRequest request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MentorOf(id, cancel) is not { } mentor || !caller.MayActFor(mentor)) return Problems.NotFound();
        var (availability, wrong) = request.Read(clock.Today());
        if (availability is null) return Problems.Invalid(wrong!);
        var decision = mentor.ChangeAvailability(availability, caller.Account, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(AvailabilityAnswer.Of(mentor.Availability));
    }
}
