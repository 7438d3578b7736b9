using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A coordinator lists their own people and how far the screening of each is.</summary>
public static class ListOwnPeople
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/partners/{partnerId}/mentors", Handle).For(Roles.Coordinator).MayAnswer(400, 404)
        .WithSummary("List the partner's people").WithDescription("In the order in which they were registered. Shows which checks are still to be made, never how one came out.");

    private static async Task<Results<Ok<Page<OwnPersonAnswer>>, ProblemHttpResult>> Handle(
        PartnerId partnerId, [AsParameters] PageQuery page, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!caller.Coordinates(partnerId) || !await db.Partners.AnyAsync(p => p.Id == partnerId, cancel)) return Problems.NotFound();
        var people = await db.PageOfMentors(page, partnerId, null, null, cancel);
        return TypedResults.Ok(page.Cut([.. people.Select(m => OwnPersonAnswer.Of(m, clock.Today()))], m => m.MentorId.Value));
    }
}
