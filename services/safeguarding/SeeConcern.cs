using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Safeguarding;

/// <summary>A lead says that they have read a concern: it is not said by merely opening it.</summary>
public static class SeeConcern
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/concerns/{concernId}/seen", Handle)
        .WithName(nameof(SeeConcern))
        .WithSummary("Say that you have read a concern.")
        .WithDescription("Whoever raised it is shown that it was read, and when. Every other step of a lead says so too.")
        .Refuses(404)
        .For(Roles.SafeguardingLead);

    private static Task<Results<Ok<QueuedConcern>, ProblemHttpResult>> Handle(ConcernId concernId, Caller caller, SafeguardingDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Step(concernId, caller, clock, (concern, now) => concern.See(caller.Account, now), cancel);
}
