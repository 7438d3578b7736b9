using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A coordinator registers one of their own people as a mentor.</summary>
public static class RegisterOwnPerson
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/partners/{partnerId}/mentors", Handle).For(Roles.Coordinator).MayAnswer(400, 404, 409)
        .WithSummary("Register one of the partner's people").WithDescription("They are invited to apply themselves. Refused when the email is registered already, with whichever partner.");

    private static async Task<Results<Created<OwnPersonAnswer>, ProblemHttpResult>> Handle(
        PartnerId partnerId, PersonRequest request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!caller.Coordinates(partnerId) || !await db.Partners.AnyAsync(p => p.Id == partnerId, cancel)) return Problems.NotFound();
        var (mentor, wrong) = request.Register(partnerId, caller, clock);
        if (mentor is null) return Problems.Invalid(wrong!);
        db.Add(mentor);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/partners/{partnerId}/mentors/{mentor.Id}", OwnPersonAnswer.Of(mentor, clock.Today()));
    }
}
