using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Safeguarding;

/// <summary>A lead opens a closed concern again.</summary>
public static class ReopenConcern
{
    /// <summary>Why.</summary>
    public sealed record Request
    {
        /// <summary>Why, at most 2,000 characters.</summary>
        /// <example>He was seen at the gate again.</example>
        [Required(ErrorMessage = "Write why it is opened again.")]
        [StringLength(2000, ErrorMessage = "Please keep this under 2,000 characters.")]
        public required string Why { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/concerns/{concernId}/reopening", Handle)
        .WithName(nameof(ReopenConcern))
        .WithSummary("Open a closed concern again.")
        .WithDescription("The caller looks after it from now on.")
        .Refuses(400, 404)
        .For(Roles.SafeguardingLead);

    private static Task<Results<Ok<QueuedConcern>, ProblemHttpResult>> Handle(ConcernId concernId, Request request, Caller caller, SafeguardingDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Step(concernId, caller, clock, (concern, now) => concern.Reopen(caller.Account, request.Why.Trim(), now), cancel);
}
