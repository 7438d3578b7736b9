using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Safeguarding;

/// <summary>A lead judges how bad it is.</summary>
public static class JudgeSeverity
{
    /// <summary>The judgement.</summary>
    public sealed record Request
    {
        /// <summary><c>immediate</c>, <c>high</c>, <c>standard</c> or <c>low</c>.</summary>
        /// <example>high</example>
        public required Severity Severity { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/concerns/{concernId}/severity", Handle)
        .WithName(nameof(JudgeSeverity))
        .WithSummary("Say how bad it is.")
        .WithDescription("Immediate and high are to be taken on within an hour, the others within one working day.")
        .Refuses(400, 404, 409)
        .For(Roles.SafeguardingLead);

    private static Task<Results<Ok<QueuedConcern>, ProblemHttpResult>> Handle(ConcernId concernId, Request request, Caller caller, SafeguardingDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Step(concernId, caller, clock, (concern, now) => concern.Judge(caller.Account, request.Severity, now), cancel);
}
