using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Safeguarding;

/// <summary>A lead takes a concern on.</summary>
public static class TakeConcern
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/concerns/{concernId}/taking", Handle)
        .WithName(nameof(TakeConcern))
        .WithSummary("Take a concern on.")
        .WithDescription("The caller looks after it from now on, also when another lead did so before.")
        .Refuses(404, 409)
        .For(Roles.SafeguardingLead);

    private static Task<Results<Ok<QueuedConcern>, ProblemHttpResult>> Handle(ConcernId concernId, Caller caller, SafeguardingDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Step(concernId, caller, clock, (concern, now) => concern.Take(caller.Account, now), cancel);
}
