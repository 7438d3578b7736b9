using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Safeguarding;

/// <summary>The concerns of a caseworker's caseload.</summary>
public static class ListConcernsOfCaseload
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/concerns/caseload", Handle)
        .WithName(nameof(ListConcernsOfCaseload))
        .WithSummary("The concerns of your caseload, the newest first.")
        .WithDescription("Those linked to a young person in the caller's caseload, or in one that they cover today, once a safeguarding lead has read them; never one about somebody who works here. Without words: open one to read it. Paged by cursor.")
        .Refuses(400)
        .For(Roles.Caseworker);

    private static async Task<Results<Ok<Page<QueuedConcern>>, ProblemHttpResult>> Handle(
        Caller caller,
        SafeguardingDb db,
        TimeProvider clock,
        CancellationToken cancel,
        [Description("One young person's only.")] MenteeId? menteeId = null,
        [Description("The 'next' of the page before.")] Guid? after = null,
        [Description("How many, 1 to 100."), Range(1, 100, ErrorMessage = "Take 1 to 100 at a time.")] int take = 50)
    {
        var now = clock.GetUtcNow();
        var page = new PageQuery(after, take);
        var concerns = db.OfCaseload(caller, London.DateAt(now)).AsNoTracking();
        if (menteeId is { } mentee) concerns = concerns.Where(c => c.MenteeId == mentee);
        if (after is { } last)
        {
            var cursor = await concerns.Where(c => c.Id == new ConcernId(last)).Select(c => (DateTimeOffset?)c.RaisedAt).SingleOrDefaultAsync(cancel);
            if (cursor is null) return Problems.Invalid("There is no page after that one. Begin again without 'after'.");
            concerns = concerns.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.RaisedAt, c.Id), ValueTuple.Create(cursor.Value, new ConcernId(last))));
        }

        return TypedResults.Ok(page.Cut(await concerns.OrderByDescending(c => c.RaisedAt).ThenByDescending(c => c.Id).Take(page.Limit).Select(QueuedConcern.ReadingAt(now)).ToArrayAsync(cancel), c => c.Id.Value));
    }
}
