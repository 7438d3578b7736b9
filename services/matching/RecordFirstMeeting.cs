using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>The first meeting of the young person, the mentor and the caseworker.</summary>
public sealed record FirstMeetingRequest
{
    /// <summary>The local date it was held on: not in the future, not before the approval.</summary>
    /// <example>2026-03-02</example>
    public required DateOnly HeldOn { get; init; }

    /// <summary>Where, in words; 2 to 200 characters.</summary>
    /// <example>Central Library, the room on the first floor</example>
    [Required, StringLength(200, MinimumLength = 2, ErrorMessage = "Say where in 2 to 200 characters.")]
    public required string Where { get; init; }

    /// <summary>Whether all three were there. Only then does the meeting count.</summary>
    /// <example>true</example>
    public required bool EverybodyThere { get; init; }
}

/// <summary>The caseworker writes down the first meeting, which makes the match active.</summary>
internal static class RecordFirstMeeting
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/first-meeting", Handle)
        .WithSummary("Write down the first meeting")
        .WithDescription("The young person's caseworker or their cover, after approval. Makes the match active: sessions can be booked from here. Clearance and readiness must still be in force.")
        .For(Roles.Caseworker);

    private static async Task<Results<Ok<CaseworkerMatch>, ProblemHttpResult>> Handle(
        MatchId matchId, FirstMeetingRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var held = await db.HoldMatch(matchId, cancel);
        var now = clock.GetUtcNow();
        if (held is null || !await db.IsCaseworkerOf(caller, held.Match.MenteeId, London.DateAt(now), cancel)) return Problems.NotFound();
        var meeting = new FirstMeeting { HeldOn = request.HeldOn, Where = request.Where, EverybodyThere = request.EverybodyThere, RecordedBy = caller.Account.Value };
        var decision = held.Match.Meet(meeting, held.Mentor, held.Mentee, now);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(CaseworkerMatch.Of(held.Match));
    }
}
