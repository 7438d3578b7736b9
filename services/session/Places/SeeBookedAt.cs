using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>What is booked at a place, so that somebody sees to it when the place is given up.</summary>
public static class SeeBookedAt
{
    /// <summary>How many are named.</summary>
    public const int Named = 50;

    /// <summary>A session that is booked there.</summary>
    public sealed record Booked
    {
        /// <summary>The session.</summary>
        public required SessionId SessionId { get; init; }

        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>The young person.</summary>
        public required MenteeId MenteeId { get; init; }

        /// <summary>The mentor.</summary>
        public required MentorId MentorId { get; init; }

        /// <summary>When it starts, UTC.</summary>
        /// <example>2026-11-25T18:00:00Z</example>
        public required DateTimeOffset StartsAt { get; init; }
    }

    /// <summary>The answer.</summary>
    public sealed record Answer
    {
        /// <summary>The place.</summary>
        public required APlace Place { get; init; }

        /// <summary>How many sessions are booked there and still to come, in all.</summary>
        /// <example>5</example>
        public required int Total { get; init; }

        /// <summary>Those of the caller's caseload and of those they cover today, fifty at most, the next first; none for an administrator.</summary>
        public required IReadOnlyList<Booked> Yours { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/places/{placeId}/booked", Handle)
        .WithName(nameof(SeeBookedAt))
        .WithSummary("What is booked at a place: how much, and for a caseworker which of their own.")
        .Refuses(404)
        .For(Roles.Caseworker, Roles.Administrator);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(PlaceId placeId, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.PlaceAt(placeId, cancel) is not { } place) return Problems.NotFound();
        var now = clock.GetUtcNow();
        var caseload = db.CaseloadOf(caller, London.DateAt(now));
        PlaceId? there = placeId;
        var booked = db.Sessions.AsNoTracking().Where(s => s.PlaceId == there && s.State == SessionState.Booked && s.StartsAt > now);
        return TypedResults.Ok(new Answer
        {
            Place = APlace.Of(place),
            Total = await booked.CountAsync(cancel),
            Yours = await booked.Where(s => caseload.Any(m => m.Id == s.MatchId)).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(Named)
                .Select(s => new Booked { SessionId = s.Id, MatchId = s.MatchId, MenteeId = s.MenteeId, MentorId = s.MentorId, StartsAt = s.StartsAt }).ToArrayAsync(cancel),
        });
    }
}
