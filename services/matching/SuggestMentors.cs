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

    /// <summary>Mentors who are not possible and why, those nearest to possible first; 100 at the most.</summary>
    public required IReadOnlyList<ImpossibleMentor> NotPossible { get; init; }
}

/// <summary>A possible mentor.</summary>
public sealed record SuggestedMentor
{
    /// <summary>The mentor.</summary>
    public required MentorId MentorId { get; init; }

    /// <summary>How many of their places are free.</summary>
    /// <example>1</example>
    public required int FreePlaces { get; init; }

    /// <summary>Whether they are offered to this young person already.</summary>
    public required bool Offered { get; init; }

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
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/{menteeId}/suggestions", Handle)
        .WithSummary("Suggest mentors for a young person, with the reasons")
        .WithDescription("Ranked by the newest policy. The points of a suggestion's factors add up to its score. Every mentor who is not possible is listed with why not. 404 for a young person outside the caseload.")
        .For(Roles.Caseworker);

    private static async Task<Results<Ok<SuggestionsAnswer>, ProblemHttpResult>> Handle(
        MenteeId menteeId, [Range(1, 50, ErrorMessage = "Take 1 to 50 suggestions at a time.")] int? take, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!await db.IsCaseworkerOf(caller, menteeId, London.DateAt(now), cancel)) return Problems.NotFound();
        var mentee = await db.Mentees.AsNoTracking().SingleAsync(m => m.Id == menteeId, cancel);
        var policy = await db.NewestPolicy(cancel);
        var notNow = await db.ObstaclesOf(mentee, policy, now, cancel);
        var possible = new List<SuggestedMentor>();
        var impossible = new List<ImpossibleMentor>();
        if (notNow.Count == 0)
        {
            var mentors = await db.Mentors.AsNoTracking().Where(m => m.Standing != MentorStanding.Left && m.Profile != null).ToListAsync(cancel);
            var histories = await db.Histories(menteeId, null, cancel);
            var offered = await db.Matches.Where(m => m.MenteeId == menteeId && m.State == MatchState.Offered).Select(m => m.MentorId).ToListAsync(cancel);
            foreach (var mentor in mentors)
            {
                // A place held for this very young person is no reason against them.
                var history = histories.GetValueOrDefault(mentor.Id, PairHistory.None);
                var isOffered = offered.Contains(mentor.Id);
                var because = Eligibility.OfPair(policy, mentee.Profile!, mentor, isOffered ? history with { PlacesTaken = history.PlacesTaken - 1 } : history, now);
                if (because.Count > 0)
                {
                    impossible.Add(new() { MentorId = mentor.Id, Because = because });
                    continue;
                }

                possible.Add(new()
                {
                    MentorId = mentor.Id,
                    FreePlaces = Math.Max(0, mentor.Profile!.Capacity - history.PlacesTaken),
                    Offered = isOffered,
                    Suggestion = Score.Of(policy, mentee.Profile!, mentor.Profile, mentor.Availability!, now),
                });
            }

            possible = [.. possible.OrderByDescending(s => s.Suggestion.Score).ThenBy(s => histories.GetValueOrDefault(s.MentorId, PairHistory.None).PlacesTaken).ThenBy(s => s.MentorId.Value)];
        }

        return TypedResults.Ok(new SuggestionsAnswer
        {
            MenteeId = menteeId,
            PolicyVersion = policy.Version,
            NotNow = notNow,
            Suggestions = [.. possible.Take(take ?? 10)],
            Possible = possible.Count,
            NotPossible = [.. impossible.OrderBy(i => i.Because.Count).ThenBy(i => i.MentorId.Value).Take(100)],
        });
    }
}
