using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A mentor, or a caseworker for them, changes what they say of themselves.</summary>
public static class ChangeProfile
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/mentors/{id}/profile", Handle).For(Roles.Mentor, Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Change a mentor's profile").WithDescription("Replaces the whole profile and the phone number. What is left out is emptied.");

    private static async Task<Results<Ok<ProfileAnswer>, ProblemHttpResult>> Handle(
        MentorId id, ProfileRequest request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MentorOf(id, cancel) is not { } mentor || !caller.MayActFor(mentor)) return Problems.NotFound();
        var decision = mentor.ChangeProfile(request.Read(), Answers.Tidy(request.Phone), caller.Account, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(ProfileAnswer.Of(mentor.Profile));
    }
}
