using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>The record of a closing: a closing session, both voices, what is agreed about contact, support, and thanks.</summary>
public sealed record ClosingRequest : IValidatableObject
{
    /// <summary>The local date of the closing session, not in the future; null when there was none.</summary>
    /// <example>2026-09-14</example>
    public DateOnly? ClosingSessionOn { get; init; }

    /// <summary>Why there was no closing session; needed exactly when there was none. 3 to 1,000 characters.</summary>
    [StringLength(1000, MinimumLength = 3, ErrorMessage = "Say why there was no closing session in 3 to 1,000 characters.")]
    public string? NoSessionBecause { get; init; }

    /// <summary>How the young person was heard: <c>in-their-words</c>, <c>did-not-want-to</c> or <c>could-not-be-reached</c>.</summary>
    /// <example>in-their-words</example>
    public required VoiceHeard MenteeHeard { get; init; }

    /// <summary>What the young person said about the match; needed exactly when it is in their words. Up to 2,000 characters.</summary>
    /// <example>I can talk to my landlord on my own now.</example>
    [StringLength(2000, ErrorMessage = "Use 2,000 characters or fewer.")]
    public string? MenteeWords { get; init; }

    /// <summary>How the mentor was heard: <c>in-their-words</c>, <c>did-not-want-to</c> or <c>could-not-be-reached</c>.</summary>
    /// <example>in-their-words</example>
    public required VoiceHeard MentorHeard { get; init; }

    /// <summary>What the mentor said about the match; needed exactly when it is in their words. Up to 2,000 characters.</summary>
    /// <example>I learned to listen first.</example>
    [StringLength(2000, ErrorMessage = "Use 2,000 characters or fewer.")]
    public string? MentorWords { get; init; }

    /// <summary>What the two agreed about contact from now on, 3 to 1,000 characters. Both can read it.</summary>
    /// <example>No messages. They say hello when they meet in town.</example>
    [Required(ErrorMessage = "Say what was agreed about contact."), StringLength(1000, MinimumLength = 3, ErrorMessage = "Say what was agreed about contact in 3 to 1,000 characters.")]
    public required string ContactRules { get; init; }

    /// <summary>What support the young person was offered, 3 to 1,000 characters. They can read it.</summary>
    /// <example>I ring every Friday for a month.</example>
    [Required(ErrorMessage = "Say what support the young person was offered."), StringLength(1000, MinimumLength = 3, ErrorMessage = "Say what support the young person was offered in 3 to 1,000 characters.")]
    public required string SupportForMentee { get; init; }

    /// <summary>What support the mentor was offered; left out when none was needed. Up to 1,000 characters. They can read it.</summary>
    /// <example>A talk with the volunteer lead.</example>
    [StringLength(1000, ErrorMessage = "Use 1,000 characters or fewer.")]
    public string? SupportForMentor { get; init; }

    /// <summary>Whether both were thanked.</summary>
    /// <example>true</example>
    public required bool BothThanked { get; init; }

    /// <summary>What comes next for the young person. They can read it. Up to 1,000 characters.</summary>
    /// <example>A break over the summer, then we look again together.</example>
    [StringLength(1000, ErrorMessage = "Use 1,000 characters or fewer.")]
    public string? WhatNext { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClosingSessionOn is null == string.IsNullOrWhiteSpace(NoSessionBecause))
            yield return new("Give the date of the closing session, or say why there was none.", [nameof(ClosingSessionOn)]);
        if ((MenteeHeard == VoiceHeard.InTheirWords) == string.IsNullOrWhiteSpace(MenteeWords))
            yield return new("Write what the young person said, or say that they did not want to or could not be reached.", [nameof(MenteeWords)]);
        if ((MentorHeard == VoiceHeard.InTheirWords) == string.IsNullOrWhiteSpace(MentorWords))
            yield return new("Write what the mentor said, or say that they did not want to or could not be reached.", [nameof(MentorWords)]);
        if (string.IsNullOrWhiteSpace(ContactRules)) yield return new("Say what was agreed about contact.", [nameof(ContactRules)]);
        if (string.IsNullOrWhiteSpace(SupportForMentee)) yield return new("Say what support the young person was offered.", [nameof(SupportForMentee)]);
        if (ClosingSessionOn is { Year: < 2020 })
            yield return new("The closing session lies too far back.", [nameof(ClosingSessionOn)]);
    }
}

/// <summary>The caseworker writes down the closing.</summary>
internal static class CloseMatch
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/closing", Handle)
        .WithSummary("Write down the closing of a match")
        .WithDescription("The young person's caseworker or their cover. Ends a match that is ending. For one that ended at once because somebody left or had stopped before the approval, it records the closing that was owed, with both voices as far as they could be reached.")
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
                MenteeHeard = request.MenteeHeard,
                MenteeWords = request.MenteeWords,
                MentorHeard = request.MentorHeard,
                MentorWords = request.MentorWords,
                ContactRules = request.ContactRules,
                SupportForMentee = request.SupportForMentee,
                SupportForMentor = request.SupportForMentor,
                BothThanked = request.BothThanked,
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
