using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A coordinator gets the wrong rows of an import as a file to mend and send again.</summary>
public static class ReadWrongRows
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/partners/{partnerId}/imports/{importId}/wrong-rows.csv", Handle).For(Roles.Coordinator).MayAnswer(400, 404)
        .Produces<string>(200, "text/csv").WithSummary("Get the wrong rows to mend").WithDescription("A first column says what to mend, the rest are the columns as they came. Opens in Excel; nothing in it runs as a formula.");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(PartnerId partnerId, ImportId importId, Caller caller, MentorDb db, CancellationToken cancel)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId && i.PartnerId == partnerId, cancel);
        return import is null || !caller.Coordinates(partnerId) ? Problems.NotFound() : TypedResults.File(WrongRowsFile.Write(import), "text/csv; charset=utf-8", "wrong-rows.csv");
    }
}
