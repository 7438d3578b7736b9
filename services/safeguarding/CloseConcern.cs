using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Safeguarding;

/// <summary>A lead closes a concern.</summary>
public static class CloseConcern
{
    /// <summary>How it came out.</summary>
    public sealed record Request
    {
        /// <summary>How it came out, at most 2,000 characters; for leads only.</summary>
        /// <example>Police and college are told; he has been moved on and has not come back.</example>
        [Required(ErrorMessage = "Write how it came out.")]
        [StringLength(2000, ErrorMessage = "Please keep this under 2,000 characters.")]
        public required string Outcome { get; init; }

        /// <summary>What was learned from it, at most 2,000 characters; for leads only.</summary>
        /// <example>Ask at the first meeting how the young person gets home.</example>
        [StringLength(2000, ErrorMessage = "Please keep this under 2,000 characters.")]
        public string? Learning { get; init; }

        /// <summary>What whoever raised it is told, at most 1,000 characters.</summary>
        /// <example>We spoke with the college. Somebody will be at the gate.</example>
        [StringLength(1000, ErrorMessage = "Please keep this under 1,000 characters.")]
        public string? Answer { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/concerns/{concernId}/closing", Handle)
        .WithName(nameof(CloseConcern))
        .WithSummary("Close a concern.")
        .WithDescription("For one that somebody looks after and whose newest words are read. Whoever raised it is shown that it was taken care of, and the answer if there is one.")
        .Refuses(400, 404, 409)
        .For(Roles.SafeguardingLead);

    private static Task<Results<Ok<QueuedConcern>, ProblemHttpResult>> Handle(ConcernId concernId, Request request, Caller caller, SafeguardingDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Step(concernId, caller, clock, (concern, now) => concern.Close(caller.Account, request.Outcome.Trim(), request.Learning.Typed(), request.Answer.Typed(), now), cancel);
}
