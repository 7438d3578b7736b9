using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Safeguarding;

/// <summary>A lead says that a concern is about somebody who works here.</summary>
public static class HideFromStaff
{
    /// <summary>About whom.</summary>
    public sealed record Request
    {
        /// <summary>The accounts it is about, at most 10; empty when they have none.</summary>
        [MaxLength(10, ErrorMessage = "Name at most ten people.")]
        public required IReadOnlyList<AccountId> Accounts { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/concerns/{concernId}/hiding", Handle)
        .WithName(nameof(HideFromStaff))
        .WithSummary("Say that a concern is about somebody who works here.")
        .WithDescription("From now on only safeguarding leads read it, and none of the accounts named. It cannot be taken back. Whoever is named and looked after it does so no more.")
        .Refuses(400, 404)
        .For(Roles.SafeguardingLead);

    private static Task<Results<Ok<QueuedConcern>, ProblemHttpResult>> Handle(ConcernId concernId, Request request, Caller caller, SafeguardingDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Step(concernId, caller, clock, (concern, now) => concern.Hide(caller.Account, request.Accounts, now), cancel);
}
