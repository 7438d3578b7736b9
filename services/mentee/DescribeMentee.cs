using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>Saves what a young person wants and likes.</summary>
public static class DescribeMentee
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPut("/mentees/{id}/profile", Handle)
        .For(Roles.Mentee, Roles.Caseworker)
        .WithSummary("Save what you want and like")
        .WithDescription("For the young person themselves and their caseworker. Whole: what is left out is taken away. May be half finished. Tells MenteeProfileChanged when something changed.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Standing>, ProblemHttpResult>> Handle(
        MenteeId id, Profile request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await db.ToChange(id, caller, today, cancel) is not { } mentee) return Problems.NotFound();
        var decision = mentee.Describe(request, Who.Is(caller, id), today, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(Standing.Of(mentee, today));
    }
}
