using System.ComponentModel.DataAnnotations;
using Mentoring.Matching.People;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

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
        MenteeId menteeId, [Range(1, 50, ErrorMessage = "Take 1 to 50 suggestions at a time.")] int? take, Caller caller, PeopleInMemory memory, CancellationToken cancel)
        => await memory.Look(everybody => everybody.OfCaseload(caller, menteeId) is { } mentee ? new Asking(mentee, everybody.People).Suggest(take ?? 10) : null, cancel) is { } answer
            ? TypedResults.Ok(answer)
            : Problems.NotFound();

    private static async Task<Results<Ok<WhyNotAnswer>, ProblemHttpResult>> WhyNot(
        MenteeId menteeId, MentorId mentorId, Caller caller, PeopleInMemory memory, CancellationToken cancel)
        => await memory.Look(everybody => everybody.OfCaseload(caller, menteeId) is { } mentee ? new Asking(mentee, everybody.People).WhyNot(mentorId) : null, cancel) is { } answer
            ? TypedResults.Ok(answer)
            : Problems.NotFound();

    // A young person with all that happened to them, held against all mentors.
    private sealed class Asking(KnownMentee mentee, PackedPeople people)
    {
        private readonly MenteeCopy copy = mentee.Copy;
        private readonly MenteePast past = mentee.Past;
        private readonly IReadOnlyList<Obstacle> notNow = mentee.NotNow(people);

        public SuggestionsAnswer Suggest(int take)
        {
            var ranking = Rank(take);
            return new()
            {
                MenteeId = copy.Id,
                PolicyVersion = people.Policy.Version,
                NotNow = notNow,
                Suggestions = ranking.Best,
                Possible = ranking.Possible,
                Impossible = notNow.Count > 0 ? 0 : people.Mentors.Here - ranking.Possible,
                Marks = [.. past.Marks.Values.OrderBy(m => m.At).Select(MarkAnswer.Of)],
            };
        }

        /// <summary>Null when the mentor is not known.</summary>
        public WhyNotAnswer? WhyNot(MentorId mentorId)
        {
            if (people.Mentors.NumberOf(mentorId) is not { } number) return null;
            var answer = new WhyNotAnswer
            {
                MenteeId = copy.Id,
                MentorId = mentorId,
                PolicyVersion = people.Policy.Version,
                NotNow = notNow,
                Because = [],
                Possible = null,
                Behind = [],
                Mark = past.Marks.GetValueOrDefault(mentorId) is { } mark ? MarkAnswer.Of(mark) : null,
                Of = 0,
            };
            if (notNow.Count > 0) return answer;
            var first = Rank(1);
            var pair = mentee.PairWith(people, number);
            if (Eligibility.OfPair(pair) is var because && (because.Count > 0 || first.Best.Count == 0)) return answer with { Because = because, Of = first.Possible };
            var suggestion = Score.Of(pair);
            var best = first.Best[0].Suggestion;
            var rank = 1 + people.Before(Packed, number, suggestion.Score) + Held().Count(h => Precedes(h.Number, h.Suggestion.Score, number, suggestion.Score));
            return answer with { Possible = Suggested(number, suggestion, rank, best.Score), Behind = Score.Behind(best, suggestion), Of = first.Possible };
        }

        private PackedMentee Packed => people.Mentee(copy.Id)!;

        private Ranking Rank(int take)
        {
            if (notNow.Count > 0) return new([], 0);
            var shortlist = people.Shortlist(Packed, take);
            var held = Held();
            var best = shortlist.Mentors.Select(m => (m.Number, m.Suggestion)).Concat(held)
                .OrderByDescending(m => m.Suggestion.Score).ThenBy(m => people.Mentors.TakenAt(m.Number)).ThenBy(m => people.Mentors.At(m.Number)!.Id.Value).Take(take).ToList();
            return new([.. best.Select((m, at) => Suggested(m.Number, m.Suggestion, at + 1, best[0].Suggestion.Score))], shortlist.Possible + held.Count);
        }

        // Mentors who are possible only because the place they lack is the one held for this young person.
        private List<(int Number, Suggestion Suggestion)> Held() =>
        [
            .. from id in past.Offered
               let number = people.Mentors.NumberOf(id)
               where number is not null && people.Mentors.FreePlaces[number.Value] == 0
               let pair = mentee.PairWith(people, number.Value)
               where Eligibility.OfPair(pair).Count == 0
               select (number.Value, Score.Of(pair)),
        ];

        private bool Precedes(int one, int score, int other, int otherScore) =>
            (otherScore, people.Mentors.TakenAt(one), people.Mentors.At(one)!.Id.Value).CompareTo((score, people.Mentors.TakenAt(other), people.Mentors.At(other)!.Id.Value)) < 0;

        private SuggestedMentor Suggested(int number, Suggestion suggestion, int rank, int first)
        {
            var id = people.Mentors.At(number)!.Id;
            return new()
            {
                MentorId = id,
                Rank = rank,
                Behind = first - suggestion.Score,
                FreePlaces = people.Mentors.FreePlaces[number],
                Offered = past.Offered.Contains(id),
                Pinned = past.Marks.GetValueOrDefault(id)?.Kind == MarkKind.Pin,
                Suggestion = suggestion,
            };
        }
    }

    private sealed record Ranking(IReadOnlyList<SuggestedMentor> Best, int Possible);
}
