using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>The caller's own reflections.</summary>
public static class ListMyReflections
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/reflections/me", Handle)
        .WithName(nameof(ListMyReflections))
        .WithSummary("Your own reflections, drafts among them, the latest begun first.")
        .WithDescription("A mentor's reflections are closed to them once the match has ended. Paged by cursor.")
        .Refuses(400)
        .For(Roles.Mentee, Roles.Mentor);

    private static async Task<Results<Ok<Page<MyReflection>>, ProblemHttpResult>> Handle(
        Caller caller,
        SessionDb db,
        CancellationToken cancel,
        [Description("Only those of one match.")] MatchId? matchId = null,
        [Description("Only those about one session.")] SessionId? sessionId = null,
        [Description("The 'next' of the page before.")] Guid? after = null,
        [Description("How many, 1 to 100."), Range(1, 100, ErrorMessage = "Take 1 to 100 at a time.")] int take = 50)
    {
        var mine = db.ReflectionsOf(caller).AsNoTracking();
        if (matchId is not null) mine = mine.Where(r => r.MatchId == matchId);
        if (sessionId is not null) mine = mine.Where(r => r.SessionId == sessionId);
        var page = new PageQuery(after, take);
        if (after is { } last)
        {
            var cursor = await mine.Where(r => r.Id == new ReflectionId(last)).Select(r => (DateTimeOffset?)r.StartedAt).SingleOrDefaultAsync(cancel);
            if (cursor is null) return Problems.Invalid("There is no page after that one. Begin again without 'after'.");
            mine = mine.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.StartedAt, r.Id), ValueTuple.Create(cursor.Value, new ReflectionId(last))));
        }

        var rows = await mine.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Take(page.Limit)
            .Select(r => new { Reflection = r, SessionAt = db.Sessions.Where(s => s.Id == r.SessionId).Select(s => (DateTimeOffset?)s.StartsAt).FirstOrDefault() })
            .ToArrayAsync(cancel);
        return TypedResults.Ok(page.Cut([.. rows.Select(r => MyReflection.Of(r.Reflection, r.SessionAt))], r => r.Id.Value));
    }
}
