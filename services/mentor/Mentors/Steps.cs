using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>Why somebody takes a step; nobody has to say.</summary>
public sealed record StepRequest
{
    /// <summary>Why, up to 500 characters; caseworkers read it, and the person in a download of their data.</summary>
    /// <example>A new baby at home.</example>
    [StringLength(500, ErrorMessage = "why is longer than 500 characters.")]
    public string? Why { get; init; }
}

/// <summary>Who may act for a mentor, and how a step is taken.</summary>
internal static class Steps
{
    /// <summary>The mentor themselves, and every caseworker.</summary>
    public static bool MayActFor(this Caller caller, Mentor mentor) => caller.IsMentor(mentor.Id) || caller.Is(Roles.Caseworker);

    /// <summary>The answer to a caseworker who is this mentor too: who screens somebody is never the person themselves.</summary>
    public static ProblemHttpResult NotForYourself() => Problems.Forbidden("This is your own record as a mentor. Ask another caseworker to do it.");

    /// <summary>Loads the mentor, guards, lets the mentor decide, saves.</summary>
    public static async Task<Results<Ok<ProgressAnswer>, ProblemHttpResult>> Take(
        this MentorDb db, MentorId id, Func<Mentor, bool> maySee, Func<Mentor, Decision> step, CancellationToken cancel)
    {
        if (await db.MentorOf(id, cancel) is not { } mentor || !maySee(mentor)) return Problems.NotFound();
        var decision = step(mentor);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(ProgressAnswer.Of(mentor));
    }
}
