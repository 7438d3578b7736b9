using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>A yes or a no to a mentor or a young person.</summary>
public sealed record AnswerRequest
{
    /// <summary><c>yes</c> or <c>no</c>.</summary>
    /// <example>yes</example>
    public required Answer Answer { get; init; }

    /// <summary>Why, in your own words, if you want to say. Only the caseworker reads it. Up to 500 characters.</summary>
    /// <example>I would like to talk about money first.</example>
    [StringLength(500, ErrorMessage = "Please use 500 letters or fewer.")]
    public string? Why { get; init; }
}

/// <summary>The young person says yes or no. A yes gives back the places of their other offers.</summary>
internal static class AnswerAsMentee
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/mentee-answer", Handle)
        .WithSummary("Say yes or no to a mentor")
        .WithDescription("Only the young person themselves. A yes takes back their other offers. A no works at any time before the first meeting, also after a yes.")
        .For(Roles.Mentee);

    private static async Task<Results<Ok<MenteeMatch>, ProblemHttpResult>> Handle(
        MatchId matchId, AnswerRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.HoldMatch(matchId, cancel) is not { } held || !caller.IsMentee(held.Match.MenteeId)) return Problems.NotFound();
        var now = clock.GetUtcNow();
        var decision = request.Answer == Answer.Yes ? held.Match.AgreeAsMentee(now) : held.Match.DeclineAsMentee(request.Why, now);
        if (decision.IsRefused) return decision.AsConflict();
        if (request.Answer == Answer.Yes && decision.Changed)
            foreach (var other in held.OtherOffers) other.Reject(Voice.Programme, "The young person chose another mentor.", now);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MenteeMatch.Of(held.Match));
    }
}
