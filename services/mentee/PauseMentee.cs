using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>A young person stops for a while.</summary>
public static class PauseMentee
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentees/{id}/pause", Handle)
        .For(Roles.Mentee, Roles.Caseworker)
        .WithSummary("Stop for a while")
        .WithDescription("For the young person themselves and their caseworker. Tells MenteePaused.")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Standing>, ProblemHttpResult>> Handle(MenteeId id, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await db.ToChange(id, caller, today, cancel) is not { } mentee) return Problems.NotFound();
        var decision = mentee.Pause(clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(Standing.Of(mentee, today));
    }
}
