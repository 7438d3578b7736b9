using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Sessions;

/// <summary>
/// A caseworker or a safeguarding lead pauses all contact between two people: what is booked is called off, nothing more can be booked or shared, and neither reads anything of the other,
/// in every service, until they are let again.
/// </summary>
public static class PauseContact
{
    /// <summary>Where it stands then.</summary>
    public sealed record Answer
    {
        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>Since when contact is paused, UTC; null when it is not.</summary>
        /// <example>2026-11-18T19:00:00Z</example>
        public required DateTimeOffset? StoppedAt { get; init; }

        /// <summary>How many sessions were called off just now.</summary>
        /// <example>2</example>
        public required int CalledOff { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/matches/{matchId}/stopping", Stop).WithName(nameof(PauseContact)).WithSummary("Pause all contact between the two of a match.")
            .WithDescription("By the young person's caseworker or a covering one, or by a safeguarding lead (with an Access-Reason that is kept). What is booked is called off, and both are told so, by the programme and without a reason. Until contact is resumed nothing can be booked, moved or shared, and neither reads anything of the other. Tells ContactPaused.")
            .Refuses(403, 404).For(Roles.Caseworker, Roles.SafeguardingLead);
        app.MapDelete("/matches/{matchId}/stopping", Resume).WithName("ResumeContact").WithSummary("Let the two of a match have contact again.")
            .WithDescription("By whoever may pause it, once they have talked with both; where a safeguarding lead paused it, by a lead alone. What was called off stays called off. Tells ContactResumed.")
            .Refuses(403, 404, 409).For(Roles.Caseworker, Roles.SafeguardingLead);
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Stop(MatchId matchId, Caller caller, SessionDb db, LeadAccess lead, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var match = await db.HoldMatch(matchId, cancel);
        if (match is null) return Problems.NotFound();
        var isTheirs = await db.IsInCaseload(caller, match.MenteeId, London.DateAt(now), cancel);
        if (!isTheirs && !await lead.Allows(db, caller, $"mentee {match.MenteeId}", cancel)) return Problems.NotFound();
        var off = await db.Pause(match, now, byLead: !isTheirs, now, cancel);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Answer { MatchId = matchId, StoppedAt = match.StoppedAt, CalledOff = off });
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Resume(MatchId matchId, Caller caller, SessionDb db, LeadAccess lead, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var match = await db.HoldMatch(matchId, cancel);
        if (match is null) return Problems.NotFound();

        // Whoever is both caseworker and lead says why where a lead had paused it.
        var isTheirs = await db.IsInCaseload(caller, match.MenteeId, London.DateAt(now), cancel);
        var asLead = (!isTheirs || match.StoppedByLead) && await lead.Allows(db, caller, $"mentee {match.MenteeId}", cancel);
        if (!isTheirs && !asLead) return Problems.NotFound();
        var decision = match.Resume(now, asLead);
        if (decision.IsRefused) return decision.AsConflict();
        if (decision.Changed) db.Tell(new ContactResumed { MatchId = match.Id.Value, MenteeId = match.MenteeId.Value, MentorId = match.MentorId.Value, At = match.ResumedAt!.Value });
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Answer { MatchId = matchId, StoppedAt = null, CalledOff = 0 });
    }

    /// <summary>Pauses contact in a match that is held, tells of it, and calls off what is booked and begins at or after that moment.</summary>
    /// <returns>How much was called off; nothing where they were let meet again since.</returns>
    internal static async Task<int> Pause(this SessionDb db, MatchCopy match, DateTimeOffset at, bool byLead, DateTimeOffset now, CancellationToken cancel)
    {
        if (match.Stop(at, byLead).Changed) db.Tell(new ContactPaused { MatchId = match.Id.Value, MenteeId = match.MenteeId.Value, MentorId = match.MentorId.Value, At = match.StoppedAt!.Value });
        return match.StoppedAt is null ? 0 : (await db.HoldSessionsFrom(match.Id, at, cancel)).Count(session => session.CancelFrom(at, now).Changed);
    }
}
