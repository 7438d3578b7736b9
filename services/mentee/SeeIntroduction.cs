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
        .WithDescription("Open from the approval of your match until its ending, while the young person's own yes holds, not while contact is paused, and never after they have left.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(MenteeId id, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel) =>
        await db.IntroducedTo(caller.Mentor, clock.Today()).Where(m => m.Id == id).Read(cancel) is [var answer] ? TypedResults.Ok(answer) : Problems.NotFound();

    /// <summary>The young people a mentor may read of on a day.</summary>
    internal static IQueryable<Mentee> IntroducedTo(this MenteeDb db, MentorId? mentor, DateOnly today) => db.Mentees.AsNoTracking()
        .Where(m => m.Stage != MenteeStage.Left && m.ConsentUntil >= today
            && db.Introductions.Any(i => i.Mentee == m.Id && i.Mentor == mentor && i.ApprovedAt != null && i.EndedAt == null && (i.PausedAt == null || i.PausedAt < i.ResumedAt)));

    /// <summary>As much of them as a mentor reads.</summary>
    internal static async Task<IReadOnlyList<Answer>> Read(this IQueryable<Mentee> mentees, CancellationToken cancel) =>
    [
        .. (await mentees.Select(m => new { m.Id, m.Person.FirstName, m.Profile }).ToListAsync(cancel))
            .Select(m => new Answer { Id = m.Id, FirstName = m.FirstName, GoalAreas = m.Profile?.GoalAreas ?? [], GoalsInMyWords = m.Profile?.GoalsInMyWords }),
    ];
}
