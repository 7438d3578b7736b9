using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Every version of the matching policy, for everybody: nobody is scored by a secret.</summary>
internal static class ReadPolicies
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/policies", List)
            .WithSummary("Read the matching policy")
            .WithDescription("Every version, the newest first: what counts how much, which limits hold, and what is never used. The one without a day of retirement is in force.")
            .ForEverybodySignedIn();
        app.MapGet("/policies/comparison", Compare)
            .WithSummary("Compare two versions of the matching policy")
            .WithDescription("Factor by factor and number by number. 404 when one of the two is not there.")
            .ForEverybodySignedIn();
    }

    private static async Task<Ok<IReadOnlyList<MatchingPolicy>>> List(MatchingDb db, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<MatchingPolicy>>(await db.Policies.AsNoTracking().OrderByDescending(p => p.Version).ToListAsync(cancel));

    private static async Task<Results<Ok<PolicyComparison>, ProblemHttpResult>> Compare(int from, int to, MatchingDb db, CancellationToken cancel)
    {
        var both = await db.Policies.AsNoTracking().Where(p => p.Version == from || p.Version == to).ToListAsync(cancel);
        var (one, other) = (both.Find(p => p.Version == from), both.Find(p => p.Version == to));
        return one is null || other is null ? Problems.NotFound() : TypedResults.Ok(PolicyComparison.Of(one.Weights, one.Rules, other.Weights, other.Rules));
    }
}
