using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>Every session of a match, for the caseworker.</summary>
public static class ListSessionsOfMatch
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/matches/{matchId}/sessions", Handle)
        .Sensitive(RecordParts.Sessions)
        .WithName(nameof(ListSessionsOfMatch))
        .WithSummary("Every session of a match, in the order of booking.")
        .WithDescription("For the young person's caseworker, a covering one, and a safeguarding lead (with an Access-Reason). Paged by cursor.")
        .Refuses(400, 404)
        .For(Roles.Caseworker, Roles.SafeguardingLead);

    private static async Task<Results<Ok<Page<CaseworkersSession>>, ProblemHttpResult>> Handle(
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
        var sessions = db.Sessions.AsNoTracking().Where(s => s.MatchId == matchId);
        if (after is { } last) sessions = sessions.Where(s => EF.Functions.GreaterThan(ValueTuple.Create(s.MatchId, s.Id), ValueTuple.Create(matchId, new SessionId(last))));
        return TypedResults.Ok(page.Cut(await sessions.OrderBy(s => s.Id).Take(page.Limit).Select(CaseworkersSession.Reading).ToArrayAsync(cancel), s => s.Id.Value));
    }
}
