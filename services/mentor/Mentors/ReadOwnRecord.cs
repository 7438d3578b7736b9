using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A mentor reads their own record.</summary>
public static class ReadOwnRecord
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors/me", Handle).For(Roles.Mentor).MayAnswer(404)
        .WithSummary("Read my own record").WithDescription("Shows which checks are still to be made, not how one came out.");

    private static async Task<Results<Ok<OwnMentorAnswer>, ProblemHttpResult>> Handle(Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel) =>
        caller.Mentor is { } id && await db.Mentors.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is { } mentor
            ? TypedResults.Ok(OwnMentorAnswer.Of(mentor, clock.Today()))
            : Problems.NotFound();
}
