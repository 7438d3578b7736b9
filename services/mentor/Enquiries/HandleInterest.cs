using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A caseworker says what became of somebody's interest.</summary>
public static class HandleInterest
{
    /// <summary>What became of it.</summary>
    public sealed record Request : IValidatableObject
    {
        /// <summary>What became of it: answered or registered.</summary>
        /// <example>answered</example>
        public required InterestState Outcome { get; init; }

        /// <summary>A note for caseworkers, up to 500 characters.</summary>
        /// <example>Rang; comes to the open evening in May.</example>
        [StringLength(500, ErrorMessage = "Keep the note under 500 characters.")]
        public string? Note { get; init; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Outcome == InterestState.Open) yield return new("Say answered or registered.", [nameof(Outcome)]);
        }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/interests/{id}/handling", Handle).For(Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Say what became of an interest").WithDescription("Sends nothing and registers nobody: it keeps the list tidy.");

    private static async Task<Results<Ok<InterestAnswer>, ProblemHttpResult>> Handle(
        InterestId id, Request request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Interests.SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } interest) return Problems.NotFound();
        var decision = interest.Handle(request.Outcome, Answers.Tidy(request.Note), caller.Account, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(InterestAnswer.Of(interest));
    }
}
