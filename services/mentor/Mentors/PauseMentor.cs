using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A cleared mentor takes a break: they say so, or their coordinator or a caseworker for them.</summary>
public static class PauseMentor
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentors/{id}/pause", Handle).For(Roles.Mentor, Roles.Caseworker, Roles.Coordinator).MayAnswer(400, 404, 409)
        .WithSummary("Take a break").WithDescription("Only a cleared mentor can pause. Again is fine and changes nothing.");

    private static Task<Results<Ok<ProgressAnswer>, ProblemHttpResult>> Handle(
        MentorId id, StepRequest request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Take(id, mentor => caller.MayActFor(mentor) || caller.Coordinates(mentor.PartnerId), mentor => mentor.Pause(Answers.Tidy(request.Why), caller.Account, clock.GetUtcNow()), cancel);
}
