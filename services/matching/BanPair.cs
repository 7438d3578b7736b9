using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Why two people are ruled out.</summary>
public sealed record BanRequest
{
    /// <summary><c>relative</c>, <c>former-worker</c>, <c>conflict-of-interest</c>, <c>young-person-asked</c> or <c>other</c>.</summary>
    /// <example>former-worker</example>
    public required BanKind Kind { get; init; }

    /// <summary>What is known, in 3 to 500 characters. Caseworkers read it; the young person and the mentor can ask to.</summary>
    /// <example>Was their key worker in 2023.</example>
    [Required, StringLength(PairMark.LongestReason, MinimumLength = 3, ErrorMessage = "Say why in 3 to 500 characters.")]
    public required string Reason { get; init; }
}

/// <summary>Rules a mentor out for a young person, and takes that back.</summary>
internal static class BanPair
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/mentees/{menteeId}/mentors/{mentorId}/ban", Ban)
            .WithSummary("Rule a mentor out for a young person")
            .WithDescription("The young person's caseworker or their cover, with a kind and a reason. The two are not suggested or offered while it stands, and an offer that is open between them is taken back. What is approved already is ended by hand. 409 while the two are pinned.")
            .For(Roles.Caseworker);
        app.MapDelete("/mentees/{menteeId}/mentors/{mentorId}/ban", TakeBack)
            .WithSummary("Take a ban away")
            .WithDescription("The young person's caseworker or their cover. Nothing happens when there was none.")
            .For(Roles.Caseworker);
    }

    private static async Task<Results<Ok<MarkAnswer>, ProblemHttpResult>> Ban(
        MenteeId menteeId, MentorId mentorId, BanRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.HoldPair(menteeId, mentorId, caller, clock, cancel) is not { } pair) return Problems.NotFound();
        if (pair.Mark?.Kind == MarkKind.Pin) return Problems.Conflict("These two are pinned. Take the pin away first.");
        var now = clock.GetUtcNow();
        var mark = pair.Mark ?? db.Add(new PairMark { MenteeId = menteeId, MentorId = mentorId, Kind = MarkKind.Ban }).Entity;
        mark.Say(request.Kind, request.Reason, caller.Caseworker, now);
        foreach (var match in await db.OpenMatchesOf(menteeId, mentorId, cancel))
            if (match.IsBeforeApproval) match.Reject(Voice.Caseworker, request.Reason.Trim(), now);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MarkAnswer.Of(mark));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBack(
        MenteeId menteeId, MentorId mentorId, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.HoldPair(menteeId, mentorId, caller, clock, cancel) is not { } pair) return Problems.NotFound();
        if (pair.Mark is { Kind: MarkKind.Ban } ban) db.Remove(ban);
        await db.SaveChangesAsync(cancel);
        return TypedResults.NoContent();
    }

    private static Task<List<Match>> OpenMatchesOf(this MatchingDb db, MenteeId mentee, MentorId mentor, CancellationToken cancel) => db.Matches
        .FromSql($"select *, xmin from matches where mentee_id = {mentee.Value} and mentor_id = {mentor.Value} and state not in ('Ended', 'Declined', 'Rejected') order by id for update")
        .ToListAsync(cancel);
}
