using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>Until when members can vote.</summary>
public sealed record ProposalRequest
{
    /// <summary>The last local date (Europe/London) for votes: today or within 90 days.</summary>
    /// <example>2026-03-16</example>
    public required DateOnly ClosesOn { get; init; }
}

/// <summary>Why a draft is taken back.</summary>
public sealed record WithdrawalRequest
{
    /// <summary>Why, in 3 to 500 characters. Members read it.</summary>
    /// <example>We found a better way to say it.</example>
    [Required, StringLength(PolicyDraft.LongestReason, MinimumLength = 3, ErrorMessage = "Say why in 3 to 500 characters.")]
    public required string Because { get; init; }
}

/// <summary>Puts a draft to the vote, and takes it back.</summary>
internal static class ProposeDraft
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/policies/drafts/{draftId}/proposal", Propose)
            .WithSummary("Put a draft to the vote")
            .WithDescription("From now on it stands still. 409 when it says the same as the policy in force, or was made from a version that is in force no more.")
            .For(Roles.Administrator);
        app.MapPost("/policies/drafts/{draftId}/withdrawal", Withdraw)
            .WithSummary("Take a draft back")
            .WithDescription("Before the votes are counted, with a reason that members read.")
            .For(Roles.Administrator);
    }

    private static async Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> Propose(PolicyDraftId draftId, ProposalRequest request, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var inForce = await db.HoldPolicyInForce(cancel);
        if (await db.HoldDraft(draftId, cancel) is not { } draft) return Problems.NotFound();
        var decision = draft.Propose(request.ClosesOn, inForce, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await DraftAnswer.Of(db, draft, null, clock.Today(), cancel));
    }

    private static async Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> Withdraw(PolicyDraftId draftId, WithdrawalRequest request, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.HoldDraft(draftId, cancel) is not { } draft) return Problems.NotFound();
        var decision = draft.Withdraw(request.Because, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await DraftAnswer.Of(db, draft, null, clock.Today(), cancel));
    }
}
