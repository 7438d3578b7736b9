using System.ComponentModel.DataAnnotations;
using Mentoring.Matching.People;
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

    /// <summary>How many mentors are not possible. Why not, and what would help: <c>GET /mentees/{menteeId}/suggestions/others</c>.</summary>
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
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/mentees/{menteeId}/suggestions", Handle)
            .WithSummary("Suggest mentors for a young person, with the reasons")
            .WithDescription("Ranked by the policy in force. The points of a suggestion's factors add up to its score; every suggestion has the same factors in the same order, so that they can stand side by side. 404 for a young person outside the caseload.")
            .For(Roles.Caseworker);
        app.MapGet("/mentees/{menteeId}/suggestions/{mentorId}", WhyNot)
            .WithSummary("Ask about one mentor: how they rank, or why not")
            .WithDescription("Any mentor who has not left: every rule in the way, or rank, score, reasons and how far behind the first. 404 for a young person outside the caseload and for a mentor who is not known here.")
            .For(Roles.Caseworker);
    }

    private static async Task<Results<Ok<SuggestionsAnswer>, ProblemHttpResult>> Handle(
        MenteeId menteeId, [Range(1, 50, ErrorMessage = "Take 1 to 50 suggestions at a time.")] int? take, Caller caller, MatchingDb db, MentorsInMemory memory, TimeProvider clock, CancellationToken cancel)
    {
        if (await Asking.About(menteeId, caller, db, clock, cancel) is not { } asking) return Problems.NotFound();
        var ranking = await memory.Look(people => asking.Rank(people, take ?? 10), cancel);
        return TypedResults.Ok(new SuggestionsAnswer
        {
            MenteeId = menteeId,
            PolicyVersion = ranking.Policy.Version,
            NotNow = ranking.NotNow,
            Suggestions = ranking.Best,
            Possible = ranking.Possible,
            Impossible = ranking.NotNow.Count > 0 ? 0 : ranking.Of - ranking.Possible,
            Marks = asking.Marks,
        });
    }

    private static async Task<Results<Ok<WhyNotAnswer>, ProblemHttpResult>> WhyNot(
        MenteeId menteeId, MentorId mentorId, Caller caller, MatchingDb db, MentorsInMemory memory, TimeProvider clock, CancellationToken cancel)
    {
        if (await Asking.About(menteeId, caller, db, clock, cancel) is not { } asking) return Problems.NotFound();
        var answer = await memory.Look(people => asking.WhyNot(people, mentorId), cancel);
        return answer is null ? Problems.NotFound() : TypedResults.Ok(answer);
    }

    // A young person of the caller's caseload, with all that happened to them, held against the mentors in memory.
    private sealed class Asking(MenteeCopy mentee, MenteePast past, DateOnly today)
    {
        public IReadOnlyList<MarkAnswer> Marks => [.. past.Marks.Values.OrderBy(m => m.At).Select(MarkAnswer.Of)];

        /// <summary>Null for a young person outside the caller's caseload.</summary>
        public static async Task<Asking?> About(MenteeId id, Caller caller, MatchingDb db, TimeProvider clock, CancellationToken cancel)
        {
            var today = clock.Today();
            return caller.Is(Roles.Caseworker) && await db.CaseloadOf(caller.Caseworker, today).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is { } mentee
                ? new(mentee, await db.PastOf(id, cancel), today)
                : null;
        }

        public Ranking Rank(PackedPeople people, int take)
        {
            if (NotNow(people.Policy) is [_, ..] notNow) return new(people.Policy, notNow, [], 0, people.Mentors.Here);
            var packed = Put(people);
            var shortlist = people.Shortlist(packed, take);
            var held = Held(people, packed);
            var best = shortlist.Mentors.Select(m => (m.Number, m.Suggestion)).Concat(held)
                .OrderByDescending(m => m.Suggestion.Score).ThenBy(m => people.Mentors.TakenAt(m.Number)).ThenBy(m => people.Mentors.At(m.Number)!.Id.Value).Take(take).ToList();
            people.PutPairs(mentee.Id, []);
            return new(people.Policy, [], [.. best.Select((m, at) => Suggested(people, m.Number, m.Suggestion, at + 1, best[0].Suggestion.Score))], shortlist.Possible + held.Count, people.Mentors.Here);
        }

        /// <summary>Null when the mentor is not known.</summary>
        public WhyNotAnswer? WhyNot(PackedPeople people, MentorId mentorId)
        {
            if (people.Mentors.NumberOf(mentorId) is not { } number) return null;
            var notNow = NotNow(people.Policy);
            if (notNow.Count > 0) return Answer(notNow, [], null, [], 0);
            var packed = Put(people);
            var because = Eligibility.OfPair(Pair(people, packed, number));
            var first = Rank(people, 1);
            if (because.Count > 0 || first.Best.Count == 0) return Answer([], because, null, [], first.Possible);
            var suggestion = Score.Of(Pair(people, Put(people), number));
            var rank = 1 + people.Before(packed, number, suggestion.Score) + Held(people, packed).Count(h => Precedes(people, h.Number, h.Suggestion.Score, number, suggestion.Score));
            people.PutPairs(mentee.Id, []);
            return Answer([], [], Suggested(people, number, suggestion, rank, first.Best[0].Suggestion.Score), Score.Behind(first.Best[0].Suggestion, suggestion), first.Possible);

            WhyNotAnswer Answer(IReadOnlyList<Obstacle> now, IReadOnlyList<Obstacle> why, SuggestedMentor? possible, IReadOnlyList<string> behind, int of) => new()
            {
                MenteeId = mentee.Id,
                MentorId = mentorId,
                PolicyVersion = people.Policy.Version,
                NotNow = now,
                Because = why,
                Possible = possible,
                Behind = behind,
                Mark = past.Marks.GetValueOrDefault(mentorId) is { } mark ? MarkAnswer.Of(mark) : null,
                Of = of,
            };
        }

        private IReadOnlyList<Obstacle> NotNow(MatchingPolicy policy) => Eligibility.OfMentee(policy, mentee, past.HasOpenMatch, past.LastEnded, today);

        private PackedMentee Put(PackedPeople people)
        {
            people.PutPairs(mentee.Id, past.Between);
            return people.Packed(mentee.Id, mentee.Profile!, past.LastEnded);
        }

        // A place held for this very young person is no reason against its mentor.
        private Pair Pair(PackedPeople people, PackedMentee packed, int number)
        {
            var pair = people.Pair(packed, number);
            return past.Offered.Contains(pair.Mentor.Id) ? pair with { History = pair.History with { PlacesTaken = pair.History.PlacesTaken - 1 } } : pair;
        }

        // Mentors who are possible only because the place they lack is the one held for this young person.
        private List<(int Number, Suggestion Suggestion)> Held(PackedPeople people, PackedMentee packed) =>
        [
            .. from id in past.Offered
               let number = people.Mentors.NumberOf(id)
               where number is not null && people.Mentors.FreePlaces[number.Value] == 0
               let pair = Pair(people, packed, number.Value)
               where Eligibility.OfPair(pair).Count == 0
               select (number.Value, Score.Of(pair)),
        ];

        private static bool Precedes(PackedPeople people, int one, int score, int other, int otherScore) =>
            (otherScore, people.Mentors.TakenAt(one), people.Mentors.At(one)!.Id.Value).CompareTo((score, people.Mentors.TakenAt(other), people.Mentors.At(other)!.Id.Value)) < 0;

        private SuggestedMentor Suggested(PackedPeople people, int number, Suggestion suggestion, int rank, int first) => new()
        {
            MentorId = people.Mentors.At(number)!.Id,
            Rank = rank,
            Behind = first - suggestion.Score,
            FreePlaces = people.Mentors.FreePlaces[number],
            Offered = past.Offered.Contains(people.Mentors.At(number)!.Id),
            Pinned = past.Marks.GetValueOrDefault(people.Mentors.At(number)!.Id)?.Kind == MarkKind.Pin,
            Suggestion = suggestion,
        };
    }

    private sealed record Ranking(MatchingPolicy Policy, IReadOnlyList<Obstacle> NotNow, IReadOnlyList<SuggestedMentor> Best, int Possible, int Of);
}
