using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>Why an offer is taken back.</summary>
public sealed record RejectionRequest
{
    /// <summary>The reason, for the record; 3 to 1,000 characters. Neither side reads it.</summary>
    /// <example>They know each other from work.</example>
    [Required, StringLength(1000, MinimumLength = 3, ErrorMessage = "Say why in 3 to 1,000 characters.")]
    public required string Reason { get; init; }
}

/// <summary>The caseworker takes an offer back before approval.</summary>
internal static class RejectMatch
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/rejection", Handle)
        .WithSummary("Take an offer back before approval")
        .WithDescription("The young person's caseworker or their cover, with a reason. Frees the mentor's place. 409 once approved: then a match is ended.")
        .For(Roles.Caseworker);

    private static async Task<Results<Ok<CaseworkerMatch>, ProblemHttpResult>> Handle(
        MatchId matchId, RejectionRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var held = await db.HoldMatch(matchId, cancel);
        var now = clock.GetUtcNow();
        if (held is null || !await db.IsCaseworkerOf(caller, held.Match.MenteeId, London.DateAt(now), cancel)) return Problems.NotFound();
        var decision = held.Match.Reject(Voice.Caseworker, request.Reason, now);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(CaseworkerMatch.Of(held.Match));
    }
}
