using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>What a draft would change, or how far the work on it is.</summary>
public sealed record EffectAnswer
{
    /// <summary>The draft.</summary>
    public required PolicyDraftId DraftId { get; init; }

    /// <summary>The revision of the draft it is about.</summary>
    /// <example>2</example>
    public required int Revision { get; init; }

    /// <summary>How far the work is, 0 to 100. Ask again while it is less than 100.</summary>
    /// <example>100</example>
    public required int Percent { get; init; }

    /// <summary>When it was worked out, UTC; null until then.</summary>
    public required DateTimeOffset? At { get; init; }

    /// <summary>The effect; null until it is worked out, and when nobody asked while the draft was open.</summary>
    public required DraftEffect? Effect { get; init; }
}

/// <summary>Shows a draft's effect on those who wait now. It takes part in no decision.</summary>
internal static class ShowEffect
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/policies/drafts/{draftId}/effect", Handle)
        .WithSummary("See what a draft would change")
        .WithDescription("For administrators and members of the steering group: the present policy's best plan for everybody who waits now beside the draft's, as counts. Worked out once for a draft as it stands and people as they stand; if that takes longer than a second, the answer says how far it is. Once a draft is closed, the last effect that was seen stays.")
        .ForEverybodySignedIn();

    private static async Task<Results<Ok<EffectAnswer>, ProblemHttpResult>> Handle(
        PolicyDraftId draftId, Caller caller, MatchingDb db, EffectRuns runs, TimeProvider clock, CancellationToken cancel)
    {
        if (!caller.Is(Roles.Administrator) && await db.MemberBehind(caller, cancel) is null) return Problems.NotFound();
        if (await db.PolicyDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId, cancel) is not { } draft) return Problems.NotFound();
        var kept = db.PolicyEffects.AsNoTracking().Where(e => e.DraftId == draftId && e.Revision == draft.Revision);
        if (draft.IsOver) return TypedResults.Ok(Answer(draft, await kept.OrderByDescending(e => e.At).FirstOrDefaultAsync(cancel), 100));

        var peopleAt = await PeopleState.Of(db, clock.GetUtcNow(), cancel);
        if (await kept.SingleOrDefaultAsync(e => e.PeopleAt == peopleAt, cancel) is { } known) return TypedResults.Ok(Answer(draft, known, 100));
        var run = runs.Of(draftId, draft.Revision, peopleAt);
        try
        {
            return TypedResults.Ok(Answer(draft, await run.Effect.WaitAsync(Patience, cancel), 100));
        }
        catch (TimeoutException)
        {
            return TypedResults.Ok(Answer(draft, null, Math.Min(run.Progress.Percent, 99)));
        }
    }

    private static EffectAnswer Answer(PolicyDraft draft, KeptEffect? kept, int percent) => new()
    {
        DraftId = draft.Id,
        Revision = draft.Revision,
        Percent = percent,
        At = kept?.At,
        Effect = kept?.Effect,
    };
}
