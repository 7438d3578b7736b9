using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>What a new draft is for.</summary>
public sealed record NewDraftRequest
{
    /// <summary>What is to change and why, in plain words; 3 to 1,000 characters. Young members read it.</summary>
    /// <example>Shared interests count more, and wishes a little less.</example>
    [Required, StringLength(PolicyDraft.LongestNote, MinimumLength = 3, ErrorMessage = "Say in 3 to 1,000 characters what is to change and why.")]
    public required string Note { get; init; }
}

/// <summary>What a draft says from now on.</summary>
public sealed record DraftRequest : IValidatableObject
{
    /// <summary>What changes and why, in plain words; 3 to 1,000 characters. Young members read it.</summary>
    /// <example>Shared interests count more, and wishes a little less.</example>
    [Required, StringLength(PolicyDraft.LongestNote, MinimumLength = 3, ErrorMessage = "Say in 3 to 1,000 characters what is to change and why.")]
    public required string Note { get; init; }

    /// <summary>How many points each thing is worth. The most points of all factors together are 100.</summary>
    public required PolicyWeights Weights { get; init; }

    /// <summary>The limits.</summary>
    public required PolicyRules Rules { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => PolicyBounds.Of(Weights, Rules).Select(w => new ValidationResult(w.Sentence, [w.Member]));
}

/// <summary>Makes and changes drafts.</summary>
internal static class WriteDraft
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/policies/drafts", Make)
            .WithSummary("Begin a draft of the matching policy")
            .WithDescription("It begins with the numbers of the policy in force.")
            .For(Roles.Administrator);
        app.MapPut("/policies/drafts/{draftId}", Change)
            .WithSummary("Change a draft of the matching policy")
            .WithDescription("As a whole, until it is proposed. 400 with a sentence for each number out of bounds. There is no number for ethnicity, health or care history: they are never used unless a young person asks for it.")
            .For(Roles.Administrator);
    }

    private static async Task<Created<DraftAnswer>> Make(NewDraftRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var draft = PolicyDraft.From(await db.NewestPolicy(cancel), request.Note, caller.Account, clock.GetUtcNow());
        db.Add(draft);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/policies/drafts/{draft.Id}", await DraftAnswer.Of(db, draft, null, clock.Today(), cancel));
    }

    private static async Task<Results<Ok<DraftAnswer>, ProblemHttpResult>> Change(PolicyDraftId draftId, DraftRequest request, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.HoldDraft(draftId, cancel) is not { } draft) return Problems.NotFound();
        var decision = draft.Change(request.Note, request.Weights, request.Rules);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(await DraftAnswer.Of(db, draft, null, clock.Today(), cancel));
    }
}
