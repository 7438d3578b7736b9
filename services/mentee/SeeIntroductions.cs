using Mentoring.Shared;

namespace Mentoring.Mentees;

/// <summary>All the young people a mentor may read of now, in one list; by the same rule as one of them.</summary>
public static class SeeIntroductions
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/introductions", Handle)
        .For(Roles.Mentor)
        .WithSummary("The young people you mentor")
        .WithDescription("Each from the approval of your match until its ending, while the young person's own yes holds, not while contact is paused, and never after they have left.");

    private static async Task<IReadOnlyList<SeeIntroduction.Answer>> Handle(Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel) =>
        await db.IntroducedTo(caller.Mentor, clock.Today()).OrderBy(m => m.Id).Read(cancel);
}
