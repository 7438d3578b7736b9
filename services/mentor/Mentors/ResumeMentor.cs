using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A paused mentor comes back.</summary>
public static class ResumeMentor
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentors/{id}/resume", Handle).For(Roles.Mentor, Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Come back from a break").WithDescription("Refused when a check has run out in the meantime.");

    private static Task<Results<Ok<ProgressAnswer>, ProblemHttpResult>> Handle(MentorId id, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Take(id, caller.MayActFor, mentor => mentor.Resume(caller.Account, clock.Today(), clock.GetUtcNow()), cancel);
}
