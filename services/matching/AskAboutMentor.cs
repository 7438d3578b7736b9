using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>What a young person would like to know about a mentor.</summary>
public sealed record QuestionRequest
{
    /// <summary>In your own words, if you like. Your caseworker reads it. Up to 1,000 characters.</summary>
    /// <example>Do they mind if I bring my sister the first time?</example>
    [StringLength(1000, ErrorMessage = "Please use 1,000 letters or fewer.")]
    public string? Words { get; init; }
}

/// <summary>"I want to know more": the young person asks before they decide, as often as they like.</summary>
internal static class AskAboutMentor
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/question", Handle)
        .WithSummary("Ask to know more about a mentor")
        .WithDescription("Only the young person themselves, from the offer until the first meeting. The offer stays open meanwhile; their caseworker sees the question and talks with them.")
        .For(Roles.Mentee);

    private static async Task<Results<Ok<MenteeMatch>, ProblemHttpResult>> Handle(
        MatchId matchId, QuestionRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.HoldMatch(matchId, cancel) is not { Match: var match } || !caller.IsMentee(match.MenteeId)) return Problems.NotFound();
        var decision = match.Ask(request.Words, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MenteeMatch.Of(match));
    }
}
