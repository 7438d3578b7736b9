using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Why two people are pinned together.</summary>
public sealed record PinRequest
{
    /// <summary>Why, in 3 to 500 characters. Caseworkers read it; the young person and the mentor can ask to.</summary>
    /// <example>They met at the open day and asked for each other.</example>
    [Required, StringLength(PairMark.LongestReason, MinimumLength = 3, ErrorMessage = "Say why in 3 to 500 characters.")]
    public required string Reason { get; init; }
}

/// <summary>Pins a mentor to a young person, and takes that back.</summary>
internal static class PinPair
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/mentees/{menteeId}/mentors/{mentorId}/pin", Pin)
            .WithSummary("Pin a mentor to a young person")
            .WithDescription("The young person's caseworker or their cover, with a reason. A plan for everybody keeps the two together. It overrides no rule, offers nothing and approves nothing. 409 when the two are ruled out, when the young person has another pin, or when all places of the mentor are pinned.")
            .For(Roles.Caseworker);
        app.MapDelete("/mentees/{menteeId}/mentors/{mentorId}/pin", TakeBack)
            .WithSummary("Take a pin away")
            .WithDescription("The young person's caseworker or their cover. Nothing happens when there was none.")
            .For(Roles.Caseworker);
    }

    private static async Task<Results<Ok<MarkAnswer>, ProblemHttpResult>> Pin(
        MenteeId menteeId, MentorId mentorId, PinRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.HoldPair(menteeId, mentorId, caller, clock, cancel) is not { } pair) return Problems.NotFound();
        if (pair.Mark?.Kind == MarkKind.Ban) return Problems.Conflict("These two are ruled out. Take the ban away first, if it no longer holds.");
        if (pair.Mark is null && await db.PairMarks.AnyAsync(m => m.MenteeId == menteeId && m.Kind == MarkKind.Pin, cancel))
            return Problems.Conflict("Another mentor is pinned to this young person. Take that pin away first.");
        if (pair.Mark is null && await db.PairMarks.CountAsync(m => m.MentorId == mentorId && m.Kind == MarkKind.Pin, cancel) >= (pair.Mentor.Profile?.Capacity ?? 1))
            return Problems.Conflict("All places of this mentor are pinned to other young people.");
        var mark = pair.Mark ?? db.Add(new PairMark { MenteeId = menteeId, MentorId = mentorId, Kind = MarkKind.Pin }).Entity;
        mark.Say(null, request.Reason, caller.Caseworker, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MarkAnswer.Of(mark));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBack(
        MenteeId menteeId, MentorId mentorId, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.HoldPair(menteeId, mentorId, caller, clock, cancel) is not { } pair) return Problems.NotFound();
        if (pair.Mark is { Kind: MarkKind.Pin } pin) db.Remove(pin);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }
}
