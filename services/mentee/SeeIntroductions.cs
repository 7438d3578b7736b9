using Mentoring.Shared;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>All the young people a mentor may read of now, in one list; by the same rule as one of them.</summary>
public static class SeeIntroductions
{
    /// <summary>A young person as their mentor sees them in a list.</summary>
    public sealed record Item
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

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/introductions", Handle)
        .For(Roles.Mentor)
        .WithSummary("The young people you mentor")
        .WithDescription("Each from the approval of your match until its ending, while the young person's own yes holds, not while contact is paused, and never after they have left.");

    private static async Task<IReadOnlyList<Item>> Handle(Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel) =>
    [
        .. (await db.IntroducedTo(caller.Mentor, clock.Today()).OrderBy(m => m.Id).Select(m => new { m.Id, m.Person.FirstName, m.Profile }).ToListAsync(cancel))
            .Select(m => new Item { Id = m.Id, FirstName = m.FirstName, GoalAreas = m.Profile?.GoalAreas ?? [], GoalsInMyWords = m.Profile?.GoalsInMyWords }),
    ];
}
