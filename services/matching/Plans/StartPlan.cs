using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>What kind of plan to make.</summary>
public sealed record PlanRequest
{
    /// <summary>Make the worst match as good as it can be first. No when left out.</summary>
    /// <example>false</example>
    public bool RaiseTheWorst { get; init; }

    /// <summary>How many new matches any one partner's people take at most, 1 to 1,000; no limit when left out.</summary>
    /// <example>10</example>
    [Range(1, 1000, ErrorMessage = "Give a limit from 1 to 1,000, or none.")]
    public int? MostForAPartner { get; init; }
}

/// <summary>Asks for a plan for everybody who waits.</summary>
internal static class StartPlan
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/plans", Handle)
        .WithSummary("Ask for a plan for everybody who waits")
        .WithDescription("It is made in the background: read how far it has come at GET /plans/{planId}. It proposes and never offers or approves. While one is being made, 409 says so.")
        .ProducesProblem(StatusCodes.Status409Conflict).For(Roles.Caseworker);

    private static async Task<Results<Accepted<PlanAnswer>, ProblemHttpResult>> Handle(PlanRequest request, Caller caller, MatchingDb db, PlanBell bell, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await db.Plans.AnyAsync(p => p.State == PlanState.Waiting || p.State == PlanState.Running, cancel)) return Problems.Conflict("A plan is being made already. Wait for it, or stop it first.");
        var plan = new CohortPlan
        {
            Id = PlanId.New(),
            AskedBy = caller.Caseworker,
            AskedAt = clock.GetUtcNow(),
            Night = null,
            Options = new() { RaiseTheWorst = request.RaiseTheWorst, MostForAPartner = request.MostForAPartner },
        };
        db.Add(plan);
        await db.SaveChangesAsync(cancel);
        http.Response.OnCompleted(bell.Ring);
        return TypedResults.Accepted($"/plans/{plan.Id}", PlanAnswer.Of(plan));
    }
}
