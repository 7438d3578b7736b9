using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The check-ins of a match, for the caseworker.</summary>
public static class ListCheckInsOfMatch
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/matches/{matchId}/check-ins", Handle)
        .Sensitive(RecordParts.CheckIns)
        .WithName(nameof(ListCheckInsOfMatch))
        .WithSummary("The check-ins of a match, the last written first.")
        .WithDescription("For the young person's caseworker, a covering one, and a safeguarding lead (with an Access-Reason). Paged by cursor.")
        .Refuses(400, 404)
        .For(Roles.Caseworker, Roles.SafeguardingLead);

    private static async Task<Results<Ok<Page<CheckInAnswer>>, ProblemHttpResult>> Handle(
        MatchId matchId,
        Caller caller,
        SessionDb db,
        LeadAccess lead,
        TimeProvider clock,
        CancellationToken cancel,
        [Description("The 'next' of the page before.")] Guid? after = null,
        [Description("How many, 1 to 100."), Range(1, 100, ErrorMessage = "Take 1 to 100 at a time.")] int take = 50)
    {
        var match = await db.Matches.AsNoTracking().SingleOrDefaultAsync(m => m.Id == matchId, cancel);
        if (match is null) return Problems.NotFound();
        db.About = match.MenteeId;
        if (!await db.IsInCaseload(caller, match.MenteeId, London.DateAt(clock.GetUtcNow()), cancel)
            && !await lead.Allows(db, caller, $"mentee {match.MenteeId}", cancel))
            return Problems.NotFound();

        var page = new PageQuery(after, take);
        var checkIns = db.CheckIns.AsNoTracking().Where(c => c.MatchId == matchId);
        if (after is { } last) checkIns = checkIns.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.MatchId, c.Id), ValueTuple.Create(matchId, new CheckInId(last))));
        return TypedResults.Ok(page.Cut(await checkIns.OrderByDescending(c => c.Id).Take(page.Limit).Select(CheckInAnswer.Reading).ToArrayAsync(cancel), c => c.Id.Value));
    }
}
