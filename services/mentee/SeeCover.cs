using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>Who covers for a caseworker.</summary>
public static class SeeCover
{
    /// <summary>The cover.</summary>
    public sealed record Answer
    {
        /// <summary>The covering caseworker's account.</summary>
        public required CaseworkerId CoverId { get; init; }

        /// <summary>The first day, by the calendar in London.</summary>
        public required DateOnly First { get; init; }

        /// <summary>The last day, inclusive.</summary>
        public required DateOnly Last { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/caseworkers/me/cover", Handle)
        .For(Roles.Caseworker)
        .WithSummary("Who covers for you")
        .WithDescription("404 when nobody does, or the cover is over.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var (me, today) = (caller.Caseworker, clock.Today());
        var cover = await db.Covers.AsNoTracking().SingleOrDefaultAsync(c => c.Caseworker == me && c.Last >= today, cancel);
        return cover?.CoverId is { } by ? TypedResults.Ok(new Answer { CoverId = by, First = cover.First, Last = cover.Last }) : Problems.NotFound();
    }
}
