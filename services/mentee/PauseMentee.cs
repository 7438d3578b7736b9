using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>Why somebody stops or leaves; nobody has to say.</summary>
public sealed record StepRequest
{
    /// <summary>Why, up to 500 characters. It stands in the timeline, which their caseworker reads.</summary>
    /// <example>Exams until June.</example>
    [StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? Why { get; init; }
}

/// <summary>A young person stops for a while.</summary>
public static class PauseMentee
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentees/{id}/pause", Handle)
        .For(Roles.Mentee, Roles.Caseworker)
        .WithSummary("Stop for a while")
        .WithDescription("For the young person themselves and their caseworker. A reason can be given and need not be; without one send {}. Tells MenteePaused.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<Standing>, ProblemHttpResult>> Handle(
        MenteeId id, StepRequest request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var today = clock.Today();
        if (await db.ToChange(id, caller, today, cancel) is not { } mentee) return Problems.NotFound();
        var decision = mentee.Pause(Who.Is(caller, id), request.Why, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(Standing.Of(mentee, today));
    }
}
