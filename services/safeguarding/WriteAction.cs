using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Safeguarding;

/// <summary>A lead writes down what was done.</summary>
public static class WriteAction
{
    /// <summary>What was done.</summary>
    public sealed record Request
    {
        /// <summary>In words, at most 2,000 characters.</summary>
        /// <example>Rang the college; they will have somebody at the gate.</example>
        [Required(ErrorMessage = "Write what was done.")]
        [StringLength(2000, ErrorMessage = "Please keep this under 2,000 characters.")]
        public required string What { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/concerns/{concernId}/actions", Handle)
        .WithName(nameof(WriteAction))
        .WithSummary("Write down what was done.")
        .WithDescription("Stays in the log with who and when.")
        .Refuses(400, 404, 409)
        .For(Roles.SafeguardingLead);

    private static Task<Results<Ok<QueuedConcern>, ProblemHttpResult>> Handle(ConcernId concernId, Request request, Caller caller, SafeguardingDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Step(concernId, caller, clock, (concern, now) => concern.Act(caller.Account, request.What.Trim(), now), cancel);
}
