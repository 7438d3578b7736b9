using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Safeguarding;

/// <summary>One concern, for those who look after it.</summary>
public static class ReadConcern
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/concerns/{concernId}", Handle)
        .Sensitive(RecordParts.Concern)
        .WithName(nameof(ReadConcern))
        .WithSummary("Read a concern.")
        .WithDescription("A safeguarding lead reads every concern that is not about themselves; a caseworker what their caseload's list shows. Every reading is kept. Reading does not say that it was read: send that with /seen.")
        .Produces<LeadsConcern>()
        .Refuses(404)
        .For(Roles.SafeguardingLead, Roles.Caseworker);

    private static async Task<Results<Ok<LeadsConcern>, Ok<CaseworkersConcern>, ProblemHttpResult>> Handle(
        ConcernId concernId, Caller caller, SafeguardingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var isLead = caller.Is(Roles.SafeguardingLead);
        var readable = isLead ? db.OfLead(caller) : db.OfCaseload(caller, London.DateAt(now));
        var concern = await readable.AsNoTracking().SingleOrDefaultAsync(c => c.Id == concernId, cancel);
        if (concern is null) return Problems.NotFound();

        await db.KeepReading(concern.Id, caller, now, cancel);
        return isLead ? TypedResults.Ok(LeadsConcern.Of(concern, await db.ReadersOf(concern.Id, cancel), now)) : TypedResults.Ok(CaseworkersConcern.Of(concern));
    }

    private static Task<LeadsConcern.Reader[]> ReadersOf(this SafeguardingDb db, ConcernId id, CancellationToken cancel) => db.Readings
        .Where(r => r.ConcernId == id)
        .GroupBy(r => r.By)
        .Select(by => new LeadsConcern.Reader { By = by.Key, Times = by.Count(), LastAt = by.Max(r => r.At) })
        .OrderByDescending(r => r.LastAt)
        .Take(50)
        .ToArrayAsync(cancel);
}
