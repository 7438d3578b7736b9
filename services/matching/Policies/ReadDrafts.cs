using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Reads drafts, for administrators and members of the steering group whatever else they are.</summary>
internal static class ReadDrafts
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/policies/drafts", List)
            .WithSummary("List drafts of the matching policy")
            .WithDescription("For administrators and members of the steering group, in the order they were made. 404 for everybody else.")
            .ForEverybodySignedIn();
        app.MapGet("/policies/drafts/{draftId}", One)
            .WithSummary("Read a draft of the matching policy")
            .WithDescription("For administrators and members of the steering group, with the policy it was made from beside it, and the own vote.")
            .ForEverybodySignedIn();
    }

    private static async Task<Results<Ok<Page<DraftAnswer>>, ProblemHttpResult>> List([AsParameters] PageQuery page, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var me = await db.MemberBehind(caller, cancel);
        if (me is null && !caller.Is(Roles.Administrator)) return Problems.NotFound();
        var drafts = await db.PolicyDrafts.FromSql($"select *, xmin from policy_drafts where id > {page.After ?? Guid.Empty}").AsNoTracking().OrderBy(d => d.Id).Take(page.Limit).ToListAsync(cancel);
        var answers = new List<DraftAnswer>(drafts.Count);
        foreach (var draft in drafts) answers.Add(await DraftAnswer.Of(db, draft, me, clock.Today(), cancel));
        return TypedResults.Ok(page.Cut(answers, a => a.DraftId.Value));
    }

    private static async Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> One(PolicyDraftId draftId, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var me = await db.MemberBehind(caller, cancel);
        if (me is null && !caller.Is(Roles.Administrator)) return Problems.NotFound();
        return await db.PolicyDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId, cancel) is { } draft
            ? TypedResults.Ok(await DraftAnswer.Of(db, draft, me, clock.Today(), cancel))
            : Problems.NotFound();
    }
}
