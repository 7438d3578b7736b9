using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>A caseworker says what a mentor is to do, which decides on the checks.</summary>
public static class ChangeRole
{
    /// <summary>The role, and why.</summary>
    public sealed record Request
    {
        /// <summary>The role: one-to-one-mentor or mentor-of-adults.</summary>
        /// <example>mentor-of-adults</example>
        public required MentorRole Role { get; init; }

        /// <summary>Why, 3 to 500 characters; caseworkers read it, and the person in a download of their data.</summary>
        /// <example>Would rather work with care leavers only.</example>
        [SaysWhy]
        public required string Why { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/mentors/{id}/role", Handle).For(Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Change a mentor's role").WithDescription("A check that the role does not allow counts no more, and takes clearance at once. Who was ever cleared for young people under 18 keeps that role. Again is fine and changes nothing. Nobody changes their own.");

    private static async Task<Results<Ok<MentorAnswer>, ProblemHttpResult>> Handle(
        MentorId id, Request request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (caller.Mentor == id) return Steps.NotForYourself();
        if (await db.MentorOf(id, cancel) is not { } mentor) return Problems.NotFound();
        var decision = mentor.ChangeRole(request.Role, request.Why.Trim(), caller.Account, clock.Today(), clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MentorAnswer.Of(mentor, clock.Today()));
    }
}
