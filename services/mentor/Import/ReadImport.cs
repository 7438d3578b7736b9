using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A coordinator reads an import of their partner's again.</summary>
public static class ReadImport
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/partners/{partnerId}/imports/{importId}", Handle).For(Roles.Coordinator).MayAnswer(400, 404)
        .WithSummary("Read an import").WithDescription("The preview as it stood when the file was sent; once committed, how far it has come and what was done.");

    private static async Task<Results<Ok<ImportAnswer>, ProblemHttpResult>> Handle(PartnerId partnerId, ImportId importId, Caller caller, MentorDb db, CancellationToken cancel)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId && i.PartnerId == partnerId, cancel);
        return import is null || !caller.Coordinates(partnerId) ? Problems.NotFound() : TypedResults.Ok(ImportAnswer.Of(import));
    }
}
