using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Every version of the matching policy, for everybody: nobody is scored by a secret.</summary>
internal static class ReadPolicies
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/policies", Handle)
        .WithSummary("Read the matching policy")
        .WithDescription("Every version, the newest first: what counts how much, which limits hold, and what is never used.")
        .ForEverybodySignedIn();

    private static async Task<Ok<IReadOnlyList<MatchingPolicy>>> Handle(MatchingDb db, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<MatchingPolicy>>(await db.Policies.AsNoTracking().OrderByDescending(p => p.Version).ToListAsync(cancel));
}
