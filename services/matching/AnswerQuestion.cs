using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>What the caseworker said to a young person's question.</summary>
public sealed record QuestionAnswerRequest
{
    /// <summary>What was said, in plain words, for the young person to read again. Up to 1,000 characters.</summary>
    /// <example>I asked. Your sister is welcome the first time.</example>
    [StringLength(1000, ErrorMessage = "Use 1,000 characters or fewer.")]
    public string? Answer { get; init; }
}

/// <summary>The caseworker has talked with the young person about what they wanted to know.</summary>
internal static class AnswerQuestion
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/question/answer", Handle)
        .WithSummary("Close a young person's questions")
        .WithDescription("The young person's caseworker or their cover, once they have talked about it. Closes every open question of this match. The young person reads the answer, if one was written.")
        .For(Roles.Caseworker);

    private static async Task<Results<Ok<CaseworkerMatch>, ProblemHttpResult>> Handle(
        MatchId matchId, QuestionAnswerRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var held = await db.HoldMatch(matchId, cancel);
        var now = clock.GetUtcNow();
        if (held is null || !await db.IsCaseworkerOf(caller, held.Match.MenteeId, London.DateAt(now), cancel)) return Problems.NotFound();
        var decision = held.Match.Answer(request.Answer, caller.Caseworker, now);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(CaseworkerMatch.Of(held.Match));
    }
}
