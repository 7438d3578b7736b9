using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A caseworker registers an independent volunteer, who comes from no partner.</summary>
public static class RegisterVolunteer
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentors", Handle).For(Roles.Caseworker).MayAnswer(400, 409)
        .WithSummary("Register an independent volunteer").WithDescription("They are invited to apply themselves. Refused when the email is registered already.");

    private static async Task<Results<Created<MentorAnswer>, ProblemHttpResult>> Handle(
        PersonRequest request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        var (mentor, wrong) = request.Register(null, caller, clock);
        if (mentor is null) return Problems.Invalid(wrong!);
        db.Add(mentor);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/mentors/{mentor.Id}", MentorAnswer.Of(mentor, clock.Today()));
    }
}
