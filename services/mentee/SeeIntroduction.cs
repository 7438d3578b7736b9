using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>What a mentor may read of a young person who says yes to it, from approval of their match until its ending.</summary>
public static class SeeIntroduction
{
    /// <summary>The young person as their mentor sees them.</summary>
    public sealed record Answer
    {
        /// <summary>The young person's id.</summary>
        public required MenteeId Id { get; init; }

        /// <summary>The name they like to be called by.</summary>
        public required string FirstName { get; init; }

        /// <summary>What they want help with, the most wanted first.</summary>
        public required IReadOnlyList<string> GoalAreas { get; init; }

        /// <summary>Their goals in their own words; null when they wrote none.</summary>
        public required string? GoalsInMyWords { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/{id}/introduction", Handle)
        .For(Roles.Mentor)
        .WithSummary("The young person you mentor")
        .WithDescription("Open from the approval of your match until its ending, while the young person's own yes holds, and never after they have left.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(MenteeId id, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (caller.Mentor is not { } me || !await db.Introductions.AnyAsync(i => i.Mentee == id && i.Mentor == me && i.ApprovedAt != null && i.EndedAt == null, cancel)) return Problems.NotFound();
        var today = clock.Today();
        var mentee = await db.Mentees.AsNoTracking().Where(m => m.Id == id && m.Stage != MenteeStage.Left && m.ConsentUntil >= today).Select(m => new { m.Person.FirstName, m.Profile }).SingleOrDefaultAsync(cancel);
        return mentee is null
            ? Problems.NotFound()
            : TypedResults.Ok(new Answer { Id = id, FirstName = mentee.FirstName, GoalAreas = mentee.Profile?.GoalAreas ?? [], GoalsInMyWords = mentee.Profile?.GoalsInMyWords });
    }
}
