using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A mentor leaves for good: they say so, or their coordinator or a caseworker for them.</summary>
public static class LeaveProgramme
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentors/{id}/leave", Handle).For(Roles.Mentor, Roles.Caseworker, Roles.Coordinator).MayAnswer(400, 404)
        .WithSummary("Leave the programme").WithDescription("Possible from every stage. Again is fine and changes nothing.");

    private static Task<Results<Ok<ProgressAnswer>, ProblemHttpResult>> Handle(
        MentorId id, StepRequest request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Take(id, mentor => caller.MayActFor(mentor) || caller.Coordinates(mentor.PartnerId), mentor => mentor.Leave(Answers.Tidy(request.Why), caller.Account, clock.GetUtcNow()), cancel);
}
