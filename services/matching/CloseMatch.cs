using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>The record of a closing: a closing session and both voices.</summary>
public sealed record ClosingRequest : IValidatableObject
{
    /// <summary>The local date of the closing session, not in the future; null when there was none.</summary>
    /// <example>2026-09-14</example>
    public DateOnly? ClosingSessionOn { get; init; }

    /// <summary>Why there was no closing session; needed exactly when there was none. 3 to 1,000 characters.</summary>
    [StringLength(1000, MinimumLength = 3, ErrorMessage = "Say why there was no closing session in 3 to 1,000 characters.")]
    public string? NoSessionBecause { get; init; }

    /// <summary>What the young person said about the match; null when they did not want to. Up to 2,000 characters.</summary>
    /// <example>I can talk to my landlord on my own now.</example>
    [StringLength(2000, ErrorMessage = "Use 2,000 characters or fewer.")]
    public string? MenteeWords { get; init; }

    /// <summary>What the mentor said about the match; null when they did not want to. Up to 2,000 characters.</summary>
    /// <example>I learned to listen first.</example>
    [StringLength(2000, ErrorMessage = "Use 2,000 characters or fewer.")]
    public string? MentorWords { get; init; }

    /// <summary>What comes next for the young person. Up to 1,000 characters.</summary>
    /// <example>A break over the summer, then we look again together.</example>
    [StringLength(1000, ErrorMessage = "Use 1,000 characters or fewer.")]
    public string? WhatNext { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClosingSessionOn is null == string.IsNullOrWhiteSpace(NoSessionBecause))
            yield return new("Give the date of the closing session, or say why there was none.", [nameof(ClosingSessionOn)]);
        if (ClosingSessionOn is { Year: < 2020 })
            yield return new("The closing session lies too far back.", [nameof(ClosingSessionOn)]);
    }
}

/// <summary>The caseworker writes down the closing.</summary>
internal static class CloseMatch
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/closing", Handle)
        .WithSummary("Write down the closing of a match")
        .WithDescription("The young person's caseworker or their cover. Ends a match that is ending. For one that ended at once because somebody left or had stopped before the approval, it records the closing that was owed.")
        .For(Roles.Caseworker);

    private static async Task<Results<Ok<CaseworkerMatch>, ProblemHttpResult>> Handle(
        MatchId matchId, ClosingRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var held = await db.HoldMatch(matchId, cancel);
        var now = clock.GetUtcNow();
        if (held is null || !await db.IsCaseworkerOf(caller, held.Match.MenteeId, London.DateAt(now), cancel)) return Problems.NotFound();
        var decision = held.Match.Close(
            new()
            {
                HeldOn = request.ClosingSessionOn,
                NoSessionBecause = request.NoSessionBecause,
                MenteeWords = request.MenteeWords,
                MentorWords = request.MentorWords,
                WhatNext = request.WhatNext,
                RecordedBy = caller.Account.Value,
                RecordedAt = now,
            },
            now);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(CaseworkerMatch.Of(held.Match));
    }
}
