using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>An application.</summary>
public sealed record ApplicationRequest
{
    /// <summary>The version of the agreement that was read and is signed with this; see <c>GET /agreement</c>.</summary>
    /// <example>2026-1</example>
    [StringLength(20, MinimumLength = 1, ErrorMessage = "agreementVersion is the version of the agreement you read.")]
    public required string AgreementVersion { get; init; }
}

/// <summary>An invited person finishes their own application and signs the agreement.</summary>
public static class ApplyAsMentor
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentors/{id}/application", Handle).For(Roles.Mentor).MayAnswer(400, 404, 409)
        .WithSummary("Apply").WithDescription("Needs a few words about them, something to help with, weekly times and two referees; a refusal names what is missing. Again is fine and changes nothing.");

    private static Task<Results<Ok<ProgressAnswer>, ProblemHttpResult>> Handle(
        MentorId id, ApplicationRequest request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel) =>
        db.Take(id, mentor => caller.IsMentor(mentor.Id), mentor => mentor.Apply(request.AgreementVersion, caller.Account, clock.GetUtcNow()), cancel);
}
