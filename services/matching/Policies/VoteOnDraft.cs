using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>A vote.</summary>
public sealed record VoteRequest
{
    /// <summary><c>yes</c>, <c>no</c> or <c>abstain</c>.</summary>
    /// <example>yes</example>
    public required VoteChoice Choice { get; init; }

    /// <summary>What to say about it, up to 1,000 characters. Once the votes are counted the group reads it, without who wrote it.</summary>
    /// <example>I like that what you both enjoy counts more.</example>
    [StringLength(PolicyVote.LongestWords, ErrorMessage = "Use up to 1,000 characters.")]
    public string? Words { get; init; }
}

/// <summary>Takes a member's vote.</summary>
internal static class VoteOnDraft
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/policies/drafts/{draftId}/vote", Handle)
        .WithSummary("Vote on a draft of the matching policy")
        .WithDescription("For members of the steering group, whatever else they are. One vote each, which can be changed until the voting closes. 404 for who is no member, 409 when the voting is not open.")
        .ForEverybodySignedIn();

    private static async Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> Handle(
        PolicyDraftId draftId, VoteRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        // While the draft is held nobody counts; a count that came first has closed it.
        if (await db.MemberBehind(caller, cancel) is not { } me || await db.HoldDraft(draftId, cancel) is not { } draft) return Problems.NotFound();
        if (draft.WhyNoVotes(clock.Today()) is { } closed) return Problems.Conflict(closed);
        var vote = await db.PolicyVotes.SingleOrDefaultAsync(v => v.DraftId == draftId && v.MemberId == me.Id, cancel)
            ?? db.Add(new PolicyVote { DraftId = draftId, MemberId = me.Id }).Entity;
        vote.Cast(request.Choice, request.Words, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await DraftAnswer.Of(db, draft, me, clock.Today(), cancel));
    }
}
