using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>Staff list the partners.</summary>
public static class ListPartners
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/partners", Handle).For(Roles.Administrator, Roles.Caseworker).MayAnswer(400)
        .WithSummary("List partners").WithDescription("In the order in which they joined.");

    private static async Task<Ok<Page<PartnerAnswer>>> Handle([AsParameters] PageQuery page, MentorDb db, CancellationToken cancel)
    {
        var partners = await db.Partners.FromSql($"select *, xmin from partners where id > {page.After ?? Guid.Empty}")
            .AsNoTracking().OrderBy(p => p.Id).Take(page.Limit).ToListAsync(cancel);
        return TypedResults.Ok(page.Cut([.. partners.Select(PartnerAnswer.Of)], p => p.PartnerId.Value));
    }
}
