using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>One reflection, for its author and those it is shared with.</summary>
public static class ReadReflection
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/reflections/{reflectionId}", Handle)
        .Sensitive(RecordParts.Reflections)
        .WithName(nameof(ReadReflection))
        .WithSummary("Read one reflection.")
        .WithDescription("The author reads their own. Once it is shared, the other side reads it until the match ends, and not while contact is paused, and the young person's caseworker and a covering one. A safeguarding lead (with an Access-Reason) also reads what is finished and private.")
        .Produces<MyReflection>()
        .Refuses(404)
        .For(Roles.Mentee, Roles.Mentor, Roles.Caseworker, Roles.SafeguardingLead);

    private static async Task<Results<Ok<MyReflection>, Ok<SharedReflection>, ProblemHttpResult>> Handle(
        ReflectionId reflectionId, Caller caller, SessionDb db, LeadAccess lead, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MyReflection(reflectionId, caller, cancel) is { } mine) return TypedResults.Ok(MyReflection.Of(mine.Reflection, mine.SessionAt));

        var row = await db.Reflections.AsNoTracking().Where(r => r.Id == reflectionId)
            .Select(r => new
            {
                Reflection = r,
                SessionAt = db.Sessions.Where(s => s.Id == r.SessionId).Select(s => (DateTimeOffset?)s.StartsAt).FirstOrDefault(),
                Match = db.Matches.Single(m => m.Id == r.MatchId),
            })
            .SingleOrDefaultAsync(cancel);
        if (row is null) return Problems.NotFound();
        db.About = row.Reflection.MenteeId;
        var shared = row.Reflection.SharedAt is not null;
        return (shared && row.Match.VoiceOf(caller) is not null && !row.Match.IsApart && !row.Reflection.IsBy(caller))
            || (shared && await db.IsInCaseload(caller, row.Reflection.MenteeId, London.DateAt(clock.GetUtcNow()), cancel))
            || (row.Reflection.FinishedAt is not null && await lead.Allows(db, caller, $"mentee {row.Reflection.MenteeId}", cancel))
            ? TypedResults.Ok(SharedReflection.Of(row.Reflection, row.SessionAt))
            : Problems.NotFound();
    }
}
