using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>A young person takes their yes back. Only they can, and always.</summary>
public static class WithdrawConsent
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentees/{id}/consent/withdrawal", Handle)
        .For(Roles.Mentee)
        .WithSummary("Take your yes back")
        .WithDescription("Only the young person themselves. Always works. Tells MenteeReadinessLapsed when they were ready.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Standing>, ProblemHttpResult>> Handle(MenteeId id, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        if (!caller.IsMentee(id) || await db.ToChange(id, caller, today, cancel) is not { } mentee) return Problems.NotFound();
        var decision = mentee.WithdrawConsent(today, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(Standing.Of(mentee, today));
    }
}
