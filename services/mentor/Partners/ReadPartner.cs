using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>Staff read a partner; a coordinator reads their own.</summary>
public static class ReadPartner
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/partners/{partnerId}", Handle)
        .For(Roles.Administrator, Roles.Caseworker, Roles.Coordinator).MayAnswer(400, 404).WithSummary("Read a partner")
        .WithDescription("A coordinator sees their own partner only.");

    private static async Task<Results<Ok<PartnerAnswer>, ProblemHttpResult>> Handle(PartnerId partnerId, Caller caller, MentorDb db, CancellationToken cancel)
    {
        var partner = await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == partnerId, cancel);
        var maySee = caller.Is(Roles.Administrator) || caller.Is(Roles.Caseworker) || caller.Coordinates(partnerId);
        return partner is null || !maySee ? Problems.NotFound() : TypedResults.Ok(PartnerAnswer.Of(partner));
    }
}
