using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>A young person comes back after a pause.</summary>
public static class ResumeMentee
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentees/{id}/resume", Handle)
        .For(Roles.Mentee, Roles.Caseworker)
        .WithSummary("Come back after a pause")
        .WithDescription("For the young person themselves and their caseworker. Tells MenteeReady when they still are, and MenteeReadinessLapsed when they are not.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Standing>, ProblemHttpResult>> Handle(MenteeId id, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await db.ToChange(id, caller, today, cancel) is not { } mentee) return Problems.NotFound();
        var decision = mentee.Resume(Who.Is(caller, id), today, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(Standing.Of(mentee, today));
    }
}
