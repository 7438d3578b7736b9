using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Which mentors to offer.</summary>
public sealed record OffersRequest
{
    /// <summary>One to three mentors, each once.</summary>
    /// <example>["0198f2a4-5b7c-7d3e-8a10-4b5c6d7e8f90"]</example>
    [Required, MinLength(1, ErrorMessage = "Offer at least one mentor."), MaxLength(3, ErrorMessage = "Offer three mentors at the most.")]
    public required IReadOnlyList<MentorId> MentorIds { get; init; }
}

/// <summary>The offers that are open now for the mentors asked for.</summary>
public sealed record OffersAnswer
{
    /// <summary>One for each mentor asked for, in that order.</summary>
    public required IReadOnlyList<CaseworkerMatch> Offers { get; init; }
}

/// <summary>Offers one to three mentors to a young person. Each offer holds a place of its mentor.</summary>
internal static class OfferMentors
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentees/{menteeId}/offers", Handle)
        .WithSummary("Offer one to three mentors to a young person")
        .WithDescription("Each offer holds a place of the mentor until it is answered, so that a yes is never disappointed, and keeps the suggestion with its policy version. A mentor whose last match has ended not long ago is left time, as the young person is. All are offered or none. 409 with the reason when one is not possible, when more than three would be open, or when the young person has said yes to somebody. A mentor who is offered already is not offered twice.")
        .For(Roles.Caseworker);

    private static async Task<Results<Created<OffersAnswer>, ProblemHttpResult>> Handle(
        MenteeId menteeId, OffersRequest request, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (request.MentorIds.Distinct().Count() < request.MentorIds.Count) return Problems.Invalid("Name each mentor once.");
        var now = clock.GetUtcNow();
        if (!await db.IsCaseworkerOf(caller, menteeId, London.DateAt(now), cancel)) return Problems.NotFound();

        // From here nobody else can offer, agree, lapse or leave for these people until this is committed.
        var mentee = (await db.HoldMentee(menteeId, cancel))!;
        var mentors = await db.HoldMentors(request.MentorIds, cancel);
        if (mentors.Count < request.MentorIds.Count) return Problems.NotFound();
        var policy = await db.NewestPolicy(cancel);
        if (await db.ObstaclesOf(mentee, policy, now, cancel) is [_, ..] obstacles) return Problems.Conflict(string.Join(' ', obstacles.Select(o => o.Sentence)));

        var open = await db.Matches.Where(m => m.MenteeId == menteeId && m.State == MatchState.Offered).ToListAsync(cancel);
        var fresh = mentors.Where(mentor => !open.Exists(m => m.MentorId == mentor.Id)).ToArray();
        if (open.Count + fresh.Length > policy.Rules.MostOffers)
            return Problems.Conflict($"A young person has at most {policy.Rules.MostOffers} offers open at once, so that choosing stays easy. Take one back first.");

        var asked = fresh.Select(m => m.Id).ToArray();
        var histories = await db.Histories(menteeId, asked, cancel);
        var ended = await db.Matches.Where(m => asked.Contains(m.MentorId)).LastEndedOfMentors(cancel);
        foreach (var mentor in fresh)
        {
            var pair = new Pair(policy, mentee.Profile!, mentor, histories.Of(mentor.Id) with { MentorLastEnded = ended.TryGetValue(mentor.Id, out var last) ? last : null }, now);
            var because = Eligibility.OfPair(pair);
            if (because.Count > 0) return Problems.Conflict($"Mentor {mentor.Id} cannot be offered. {string.Join(' ', because.Select(o => o.Sentence))}");
            var offer = Match.Offer(menteeId, mentor.Id, await FreePlace(db, mentor.Id, cancel), Score.Of(pair), caller.Caseworker, now);
            db.Add(offer);
            open.Add(offer);
        }

        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/mentees/{menteeId}/matches", new OffersAnswer
        {
            Offers = [.. request.MentorIds.Select(id => CaseworkerMatch.Of(open.Single(m => m.MentorId == id)))],
        });
    }

    private static async Task<short> FreePlace(MatchingDb db, MentorId mentor, CancellationToken cancel)
    {
        var taken = await db.Matches.StillOpen().Where(m => m.MentorId == mentor).Select(m => m.Place).ToListAsync(cancel);
        short place = 1;
        while (taken.Contains(place)) place++;
        return place;
    }
}
