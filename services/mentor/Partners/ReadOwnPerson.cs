using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A coordinator reads one of their own people.</summary>
public static class ReadOwnPerson
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/partners/{partnerId}/mentors/{mentorId}", Handle).For(Roles.Coordinator).MayAnswer(400, 404)
        .WithSummary("Read one of the partner's people").WithDescription("Shows which checks are still to be made, never how one came out.");

    private static async Task<Results<Ok<OwnPersonAnswer>, ProblemHttpResult>> Handle(
        PartnerId partnerId, MentorId mentorId, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        var mentor = await db.Mentors.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mentorId && m.PartnerId == partnerId, cancel);
        return mentor is null || !caller.Coordinates(partnerId) ? Problems.NotFound() : TypedResults.Ok(OwnPersonAnswer.Of(mentor, clock.Today()));
    }
}
