using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Matching;

/// <summary>Mentors for a young person, best first, and for every other mentor why not.</summary>
public sealed record SuggestionsAnswer
{
    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The policy used.</summary>
    /// <example>1</example>
    public required int PolicyVersion { get; init; }

    /// <summary>Why nobody can be offered now, such as consent not in force. When there is such a reason nothing is computed: without consent a profile is not used.</summary>
    public required IReadOnlyList<Obstacle> NotNow { get; init; }

    /// <summary>Possible mentors: the highest score first, then who has fewest young people, then the one registered first.</summary>
    public required IReadOnlyList<SuggestedMentor> Suggestions { get; init; }

    /// <summary>How many mentors are possible, also beyond those listed.</summary>
    public required int Possible { get; init; }

    /// <summary>Mentors who are not possible and why, those nearest to possible first; 50 at the most. Any other: <c>GET /mentees/{menteeId}/suggestions/{mentorId}</c>.</summary>
    public required IReadOnlyList<ImpossibleMentor> NotPossible { get; init; }

    /// <summary>How many mentors are not possible, also beyond those listed.</summary>
    /// <example>12</example>
    public required int Impossible { get; init; }

    /// <summary>Whom caseworkers pinned to this young person or ruled out, oldest first.</summary>
    public required IReadOnlyList<MarkAnswer> Marks { get; init; }
}

/// <summary>One mentor for a young person: how they rank, or why not.</summary>
public sealed record WhyNotAnswer
{
    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>The policy used.</summary>
    /// <example>1</example>
    public required int PolicyVersion { get; init; }

    /// <summary>Why nobody can be offered now; when there is such a reason nothing else is computed.</summary>
    public required IReadOnlyList<Obstacle> NotNow { get; init; }

    /// <summary>Every rule in the way of this mentor; empty when they are possible.</summary>
    public required IReadOnlyList<Obstacle> Because { get; init; }

    /// <summary>The mentor with rank, score and reasons, and how far behind the first; null when they are not possible.</summary>
    public required SuggestedMentor? Possible { get; init; }

    /// <summary>What sets the mentor apart from the first, in sentences; empty for the first, and for one who is not possible.</summary>
    /// <example>["10 less for what they want to work on."]</example>
    public required IReadOnlyList<string> Behind { get; init; }

    /// <summary>The pin or ban between the two; null when there is none.</summary>
    public required MarkAnswer? Mark { get; init; }

    /// <summary>How many mentors are possible.</summary>
    /// <example>7</example>
    public required int Of { get; init; }
}

/// <summary>A possible mentor.</summary>
public sealed record SuggestedMentor
{
    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>Their place in the list, 1 for the first.</summary>
    /// <example>2</example>
    public required int Rank { get; init; }

    /// <summary>How many points they are behind the first; 0 for the first.</summary>
    /// <example>9</example>
    public required int Behind { get; init; }

    /// <summary>How many of their places are free.</summary>
    /// <example>1</example>
    public required int FreePlaces { get; init; }

    /// <summary>Whether they are offered to this young person already.</summary>
    public required bool Offered { get; init; }

    /// <summary>Whether a caseworker pinned them to this young person.</summary>
    public required bool Pinned { get; init; }

    /// <summary>Score, reasons, and what was not used.</summary>
    public required Suggestion Suggestion { get; init; }
}

/// <summary>A mentor who is not possible.</summary>
public sealed record ImpossibleMentor
{
    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>Every rule in the way.</summary>
    public required IReadOnlyList<Obstacle> Because { get; init; }
}

/// <summary>Suggests mentors.</summary>
internal static class SuggestMentors
{
    private const int MostImpossible = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/mentees/{menteeId}/suggestions", Handle)
            .WithSummary("Suggest mentors for a young person, with the reasons")
            .WithDescription("Ranked by the newest policy. The points of a suggestion's factors add up to its score; every suggestion has the same factors in the same order, so that they can stand side by side. Mentors who are not possible are listed with why not. 404 for a young person outside the caseload.")
            .For(Roles.Caseworker);
        app.MapGet("/mentees/{menteeId}/suggestions/{mentorId}", WhyNot)
            .WithSummary("Ask about one mentor: how they rank, or why not")
            .WithDescription("Any mentor who has not left: every rule in the way, or rank, score, reasons and how far behind the first. 404 for a young person outside the caseload and for a mentor who is not known here.")
            .For(Roles.Caseworker);
    }

    private static async Task<Results<Ok<SuggestionsAnswer>, ProblemHttpResult>> Handle(
        MenteeId menteeId, [Range(1, 50, ErrorMessage = "Take 1 to 50 suggestions at a time.")] int? take, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await Rank(menteeId, caller, db, clock, cancel) is not { } ranking) return Problems.NotFound();
        return TypedResults.Ok(new SuggestionsAnswer
        {
            MenteeId = menteeId,
            PolicyVersion = ranking.Policy.Version,
            NotNow = ranking.NotNow,
            Suggestions = [.. ranking.Possible.Take(take ?? 10)],
            Possible = ranking.Possible.Count,
            NotPossible = [.. ranking.Impossible.OrderBy(i => i.Because.Count).ThenBy(i => i.MentorId.Value).Take(MostImpossible)],
            Impossible = ranking.Impossible.Count,
            Marks = ranking.Marks,
        });
    }

    private static async Task<Results<Ok<WhyNotAnswer>, ProblemHttpResult>> WhyNot(
        MenteeId menteeId, MentorId mentorId, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await Rank(menteeId, caller, db, clock, cancel) is not { } ranking) return Problems.NotFound();
        var possible = ranking.Possible.SingleOrDefault(s => s.MentorId == mentorId);
        var impossible = ranking.Impossible.SingleOrDefault(s => s.MentorId == mentorId);
        if (possible is null && impossible is null && (ranking.NotNow.Count == 0 || !await db.Mentors.AnyAsync(m => m.Id == mentorId, cancel))) return Problems.NotFound();
        return TypedResults.Ok(new WhyNotAnswer
        {
            MenteeId = menteeId,
            MentorId = mentorId,
            PolicyVersion = ranking.Policy.Version,
            NotNow = ranking.NotNow,
            Because = impossible?.Because ?? [],
            Possible = possible,
            Behind = possible is null ? [] : Score.Behind(ranking.Possible[0].Suggestion, possible.Suggestion),
            Mark = ranking.Marks.SingleOrDefault(m => m.MentorId == mentorId),
            Of = ranking.Possible.Count,
        });
    }

    // Every mentor who has not left, for a young person of the caller's caseload; null for another's.
    private static async Task<Ranking?> Rank(MenteeId menteeId, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!await db.IsCaseworkerOf(caller, menteeId, London.DateAt(now), cancel)) return null;
        var mentee = await db.Mentees.AsNoTracking().SingleAsync(m => m.Id == menteeId, cancel);
        var policy = await db.NewestPolicy(cancel);
        if (await db.ObstaclesOf(mentee, policy, now, cancel) is [_, ..] notNow) return new(policy, notNow, [], [], []);

        var possible = new List<(MentorCopy Mentor, int Taken, bool Offered, Suggestion Suggestion)>();
        var impossible = new List<ImpossibleMentor>();
        var mentors = await db.Mentors.AsNoTracking().Where(m => m.Standing != MentorStanding.Left && m.Profile != null).ToListAsync(cancel);
        var histories = await db.Histories(menteeId, null, cancel);
        var offered = await db.Matches.Where(m => m.MenteeId == menteeId && m.State == MatchState.Offered).Select(m => m.MentorId).ToListAsync(cancel);
        foreach (var mentor in mentors)
        {
            // A place held for this very young person is no reason against them.
            var history = histories.Of(mentor.Id);
            var isOffered = offered.Contains(mentor.Id);
            var pair = new Pair(policy, mentee.Profile!, mentor, isOffered ? history with { PlacesTaken = history.PlacesTaken - 1 } : history, now);
            var because = Eligibility.OfPair(pair);
            if (because.Count > 0) impossible.Add(new() { MentorId = mentor.Id, Because = because });
            else possible.Add((mentor, history.PlacesTaken, isOffered, Score.Of(pair)));
        }

        var ranked = possible.OrderByDescending(p => p.Suggestion.Score).ThenBy(p => p.Taken).ThenBy(p => p.Mentor.Id.Value).ToList();
        return new(policy, [], [.. ranked.Select((p, i) => new SuggestedMentor
        {
            MentorId = p.Mentor.Id,
            Rank = i + 1,
            Behind = ranked[0].Suggestion.Score - p.Suggestion.Score,
            FreePlaces = Math.Max(0, p.Mentor.Profile!.Capacity - p.Taken),
            Offered = p.Offered,
            Pinned = histories.Marks.GetValueOrDefault(p.Mentor.Id)?.Kind == MarkKind.Pin,
            Suggestion = p.Suggestion,
        })], impossible, [.. histories.Marks.Values.OrderBy(m => m.At).Select(MarkAnswer.Of)]);
    }

    private sealed record Ranking(MatchingPolicy Policy, IReadOnlyList<Obstacle> NotNow, IReadOnlyList<SuggestedMentor> Possible, IReadOnlyList<ImpossibleMentor> Impossible, IReadOnlyList<MarkAnswer> Marks);
}
