using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>Puts right a name, a birthday, or how to reach somebody.</summary>
public static class CorrectDetails
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPut("/mentees/{id}/details", Handle)
        .For(Roles.Mentee, Roles.Caseworker)
        .WithSummary("Put right a name or how to get in touch")
        .WithDescription("For the young person themselves and their caseworker. Whole: what is left out is taken away. Another birthday must be of an age that is taken on.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        MenteeId id, PersonalDetails request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await db.ToChange(id, caller, today, cancel) is not { } mentee) return Problems.NotFound();
        if (request.DateOfBirth != mentee.Person.DateOfBirth && PersonalDetails.WhyNotTakenOn(request.DateOfBirth, today) is { } wrong) return Problems.Invalid(wrong);
        var decision = mentee.Correct(request, Who.Is(caller, id), clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
