using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>Why somebody is turned down.</summary>
public sealed record DeclineRequest
{
    /// <summary>The reason that the letter gives: identity, references, dbs, interview, training, agreement or no-answer.</summary>
    /// <example>references</example>
    public required DeclineReason Reason { get; init; }

    /// <summary>Why, 3 to 500 characters; caseworkers read it, and the person in a download of their data.</summary>
    /// <example>Could not give a second reference.</example>
    [SaysWhy]
    public required string Why { get; init; }
}

/// <summary>A caseworker turns somebody down before clearance.</summary>
public static class DeclineMentor
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentors/{id}/decline", Handle).For(Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Decline a person").WithDescription("Only before clearance; a cleared mentor leaves. They may come in for 28 days to read the letter. Their coordinator sees that the registration has ended, not why. Tells MentorLeft. Nobody declines themselves.");

    private static async Task<Results<Ok<ProgressAnswer>, ProblemHttpResult>> Handle(
        MentorId id, DeclineRequest request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel) =>
        caller.Mentor == id ? Steps.NotForYourself() : await db.Take(id, _ => true, mentor => mentor.Decline(request.Reason, request.Why.Trim(), caller.Account, clock.GetUtcNow()), cancel);
}
