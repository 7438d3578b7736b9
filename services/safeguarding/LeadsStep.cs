using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Safeguarding;

/// <summary>What every step of a lead has in common: the concern is locked, one about the lead is not there, and the answer holds no words.</summary>
internal static class LeadsStep
{
    public static async Task<Results<Ok<QueuedConcern>, ProblemHttpResult>> Step(
        this SafeguardingDb db, ConcernId id, Caller lead, TimeProvider clock, Func<Concern, DateTimeOffset, Decision> step, CancellationToken cancel)
    {
        var concern = await db.HoldForLead(id, lead, cancel);
        if (concern is null) return Problems.NotFound();

        var now = clock.GetUtcNow();
        var decision = step(concern, now);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(QueuedConcern.Of(concern, now));
    }
}
