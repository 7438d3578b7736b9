using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The reflections of a match that the caller may read and did not write.</summary>
public static class ListReflectionsOfMatch
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/matches/{matchId}/reflections", Handle)
        .Sensitive(RecordParts.Reflections)
        .WithName(nameof(ListReflectionsOfMatch))
        .WithSummary("The reflections that are shared in a match, the latest begun first.")
        .WithDescription("To either side: what the other shares, until the match ends, and not while contact is paused. To the young person's caseworker and a covering one: what either shares. To a safeguarding lead (with an Access-Reason): everything finished. Paged by cursor.")
        .Refuses(400, 404)
        .For(Roles.Mentee, Roles.Mentor, Roles.Caseworker, Roles.SafeguardingLead);

    private static async Task<Results<Ok<Page<SharedReflection>>, ProblemHttpResult>> Handle(
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
        var there = db.Reflections.AsNoTracking().Where(r => r.MatchId == matchId && r.FinishedAt != null);
        if (match.VoiceOf(caller) is { } voice)
        {
            if (match.IsApart) return Problems.NotFound();
            there = there.Where(r => r.SharedAt != null && r.Author != voice);
        }
        else if (await db.IsInCaseload(caller, match.MenteeId, London.DateAt(clock.GetUtcNow()), cancel))
        {
            there = there.Where(r => r.SharedAt != null);
        }
        else if (!await lead.Allows(db, caller, $"mentee {match.MenteeId}", cancel))
        {
            return Problems.NotFound();
        }

        var page = new PageQuery(after, take);
        if (after is { } last)
        {
            var cursor = await there.Where(r => r.Id == new ReflectionId(last)).Select(r => (DateTimeOffset?)r.StartedAt).SingleOrDefaultAsync(cancel);
            if (cursor is null) return Problems.Invalid("There is no page after that one. Begin again without 'after'.");
            there = there.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.StartedAt, r.Id), ValueTuple.Create(cursor.Value, new ReflectionId(last))));
        }

        var rows = await there.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Take(page.Limit)
            .Select(r => new { Reflection = r, SessionAt = db.Sessions.Where(s => s.Id == r.SessionId).Select(s => (DateTimeOffset?)s.StartsAt).FirstOrDefault() })
            .ToArrayAsync(cancel);
        return TypedResults.Ok(page.Cut([.. rows.Select(r => SharedReflection.Of(r.Reflection, r.SessionAt))], r => r.Id.Value));
    }
}
