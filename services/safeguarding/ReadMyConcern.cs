using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Safeguarding;

/// <summary>One of the caller's own concerns.</summary>
public static class ReadMyConcern
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/concerns/mine/{concernId}", Handle)
        .WithName(nameof(ReadMyConcern))
        .WithSummary("Read a concern you raised.")
        .WithDescription("Your own words, whether they were read and when, and that it was taken care of.")
        .Refuses(404)
        .ForEverybodySignedIn();

    private static async Task<Results<Ok<MyWholeConcern>, ProblemHttpResult>> Handle(ConcernId concernId, Caller caller, SafeguardingDb db, CancellationToken cancel) =>
        await db.Concerns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == concernId && c.RaisedBy == caller.Account, cancel) is { } concern
            ? TypedResults.Ok(MyWholeConcern.Of(concern))
            : Problems.NotFound();
}
