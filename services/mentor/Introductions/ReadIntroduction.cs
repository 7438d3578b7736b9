using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>What a young person sees of a mentor before saying yes or no, and while they are matched. No last name, no contact, no employer.</summary>
public sealed record IntroductionAnswer
{
    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>First name.</summary>
    public required string FirstName { get; init; }

    /// <summary>The mentor's few words; may be empty.</summary>
    public required string About { get; init; }

    /// <summary>Goal areas they can help with.</summary>
    public required IReadOnlyList<string> GoalAreas { get; init; }

    /// <summary>Interests.</summary>
    public required IReadOnlyList<string> Interests { get; init; }

    /// <summary>Languages as tags.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Whether they meet in person.</summary>
    public required bool InPerson { get; init; }

    /// <summary>Whether they meet online.</summary>
    public required bool Online { get; init; }

    internal static IntroductionAnswer Of(Mentor mentor) => new()
    {
        MentorId = mentor.Id,
        FirstName = mentor.FirstName,
        About = mentor.Profile.About,
        GoalAreas = mentor.Profile.GoalAreas,
        Interests = mentor.Profile.Interests,
        Languages = mentor.Profile.Languages,
        InPerson = mentor.Profile.InPerson,
        Online = mentor.Profile.Online,
    };
}

/// <summary>A young person reads the introduction of a mentor who is offered to or matched with them; a caseworker reads anybody's.</summary>
public static class ReadIntroduction
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors/{id}/introduction", Handle).For(Roles.Mentee, Roles.Caseworker).MayAnswer(400, 404)
        .WithSummary("Read a mentor's introduction").WithDescription("A young person sees it from the offer until the match is declined, withdrawn or ended.");

    private static async Task<Results<Ok<IntroductionAnswer>, ProblemHttpResult>> Handle(MentorId id, Caller caller, MentorDb db, CancellationToken cancel)
    {
        var mentor = await db.Mentors.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel);
        if (mentor is null || !(caller.Is(Roles.Caseworker) || await IsIntroduced(db, id, caller, cancel))) return Problems.NotFound();
        return TypedResults.Ok(IntroductionAnswer.Of(mentor));
    }

    private static async Task<bool> IsIntroduced(MentorDb db, MentorId mentor, Caller caller, CancellationToken cancel) =>
        caller.Is(Roles.Mentee) && caller.Mentee is { } mentee
        && await db.Introductions.AnyAsync(i => i.MentorId == mentor && i.MenteeId == mentee && i.ClosedAt == null, cancel);
}
