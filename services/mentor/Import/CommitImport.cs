using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A coordinator takes the good rows of an import.</summary>
public static class CommitImport
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/partners/{partnerId}/imports/{importId}/commit", Handle).For(Roles.Coordinator).MayAnswer(400, 404, 409)
        .WithSummary("Commit an import").WithDescription(
            "Registers who is new and changes who is known: of a short list at once, of one with more than two hundred rows in the background, two hundred after the other; GET says how far it has come. Again is safe: it changes nothing.");

    private static async Task<Results<Ok<ImportAnswer>, ProblemHttpResult>> Handle(
        PartnerId partnerId, ImportId importId, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (!caller.Coordinates(partnerId)) return Problems.NotFound();
        // Two commits of one import wait for each other, and the later one finds it done.
        await db.Database.ExecuteSqlAsync($"select 1 from mentor_imports where id = {importId.Value} for update", cancel);
        var import = await db.Imports.SingleOrDefaultAsync(i => i.Id == importId && i.PartnerId == partnerId, cancel);
        if (import is null) return Problems.NotFound();
        var decision = import.Begin(caller.Account, clock.GetUtcNow());
        if (decision == Decision.Done) await TakeImports.Step(db, import, clock, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(ImportAnswer.Of(import));
    }
}
