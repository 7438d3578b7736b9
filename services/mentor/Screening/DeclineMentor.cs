using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>Why somebody is turned down.</summary>
public sealed record DeclineRequest : IValidatableObject
{
    /// <summary>Why, 3 to 500 characters; only caseworkers read it.</summary>
    /// <example>Could not give a second reference.</example>
    [StringLength(500, MinimumLength = 3, ErrorMessage = "Say why in 3 to 500 characters. Only caseworkers read it.")]
    public required string Why { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Why.Trim().Length < 3 ? [new("Say why in 3 to 500 characters. Only caseworkers read it.", [nameof(Why)])] : [];
}

/// <summary>A caseworker turns somebody down before clearance.</summary>
public static class DeclineMentor
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentors/{id}/decline", Handle).For(Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Decline a person").WithDescription("Only before clearance; a cleared mentor leaves. Their coordinator sees that the registration has ended, not why.");

    private static Task<Results<Ok<ProgressAnswer>, ProblemHttpResult>> Handle(
        MentorId id, DeclineRequest request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Take(id, _ => true, mentor => mentor.Decline(request.Why.Trim(), caller.Account, clock.GetUtcNow()), cancel);
}
