using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>A young person leaves. Easy on purpose: one call, and no reason needed.</summary>
public static class LeaveProgramme
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentees/{id}/leave", Handle)
        .For(Roles.Mentee, Roles.Caseworker)
        .WithSummary("Leave")
        .WithDescription("For the young person themselves and their caseworker. A reason can be given and need not be; without one send {}. Tells MenteeLeft.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Standing>, ProblemHttpResult>> Handle(
        MenteeId id, StepRequest request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await db.ToChange(id, caller, today, cancel) is not { } mentee) return Problems.NotFound();
        var decision = mentee.Leave(Who.Is(caller, id), request.Why, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(Standing.Of(mentee, today));
    }
}
