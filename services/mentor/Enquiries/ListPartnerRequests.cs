using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>Administrators list the businesses that ask to join.</summary>
public static class ListPartnerRequests
{
    /// <summary>Maps the routes: the list, and one of it.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/partner-requests", Handle).For(Roles.Administrator).MayAnswer(400)
            .WithSummary("List businesses that ask to join").WithDescription("Open ones first, those who have waited longest at the top. state: open, accepted or refused; all when left out.");
        app.MapGet("/partner-requests/{id}", One).For(Roles.Administrator).MayAnswer(400, 404)
            .WithSummary("Read what a business asks").WithDescription("With what was decided, if anything.");
    }

    private static async Task<Results<Ok<Found<PartnerRequestAnswer>>, ProblemHttpResult>> Handle([AsParameters] PageQuery page, string? state, MentorDb db, CancellationToken cancel)
    {
        if (!Answers.TryWord<PartnerRequestState>(state, out var only)) return Problems.Invalid("state is open, accepted or refused.");
        var name = only?.ToString();
        var rows = await db.PartnerRequests.FromSql(
            $"""
            select *, xmin from partner_requests r
            where ({name}::text is null or state = {name})
              and ({page.After}::uuid is null or (state <> 'Open', id) > (select a.state <> 'Open', a.id from partner_requests a where a.id = {page.After}))
            """).AsNoTracking().OrderBy(r => r.State != PartnerRequestState.Open).ThenBy(r => r.Id).Take(page.Limit).ToListAsync(cancel);
        var total = await db.PartnerRequests.CountAsync(r => only == null || r.State == only, cancel);
        return TypedResults.Ok(Found<PartnerRequestAnswer>.Of(page.Cut([.. rows.Select(PartnerRequestAnswer.Of)], r => r.Id.Value), total));
    }

    private static async Task<Results<Ok<PartnerRequestAnswer>, ProblemHttpResult>> One(PartnerRequestId id, MentorDb db, CancellationToken cancel) =>
        await db.PartnerRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is { } request ? TypedResults.Ok(PartnerRequestAnswer.Of(request)) : Problems.NotFound();
}
