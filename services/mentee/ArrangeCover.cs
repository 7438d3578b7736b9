using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>
/// A colleague looks after a caseload while its caseworker is away. An administrator can arrange it too, for somebody who is
/// away without having been able to; they see no young person by it.
/// </summary>
public static class ArrangeCover
{
    /// <summary>Who covers, and when.</summary>
    public sealed record Request
    {
        /// <summary>The covering caseworker's account.</summary>
        /// <example>0198c0de-0000-7000-8000-0000000000c2</example>
        public required CaseworkerId CoverId { get; init; }

        /// <summary>The first day, by the calendar in London.</summary>
        /// <example>2026-12-21</example>
        public required DateOnly First { get; init; }

        /// <summary>The last day, inclusive.</summary>
        /// <example>2027-01-04</example>
        public required DateOnly Last { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/caseworkers/me/cover", (Request request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel) => Handle(caller.Caseworker, request, db, clock, cancel))
            .For(Roles.Caseworker)
            .WithSummary("Arrange who covers for you")
            .WithDescription("In place of any cover before. Tells CoverArranged.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        app.MapPut("/caseworkers/{caseworkerId}/cover", HandleForAnother)
            .For(Roles.Administrator)
            .WithSummary("Arrange who covers for a caseworker")
            .WithDescription("For somebody who is away and could not arrange it, and who has a caseload. Tells CoverArranged.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    // Accounts are the portal's; who has a caseload is known here, and a mistyped id has none.
    private static async Task<Results<NoContent, ProblemHttpResult>> HandleForAnother(
        CaseworkerId caseworkerId, Request request, MenteeDb db, TimeProvider clock, CancellationToken cancel) =>
        await db.Mentees.AnyAsync(m => m.Caseworker == caseworkerId, cancel) ? await Handle(caseworkerId, request, db, clock, cancel) : Problems.NotFound();

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(CaseworkerId caseworkerId, Request request, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (request.CoverId.Value == Guid.Empty) return Problems.Invalid("Say which caseworker: an id of only zeros is nobody's.");
        if (request.Last < request.First) return Problems.Invalid("The last day of the cover is before the first.");
        var cover = await db.Covers.SingleOrDefaultAsync(c => c.Caseworker == caseworkerId, cancel);
        if (cover is null) db.Add(cover = Cover.For(caseworkerId));
        var decision = cover.Arrange(request.CoverId, request.First, request.Last, clock.Today(), clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
