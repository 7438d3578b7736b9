using System.ComponentModel.DataAnnotations;
using Mentoring.Matching.People;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Matching;

/// <summary>Mentors who are not possible for a young person, why not, and what would help.</summary>
public sealed record WhoElseAnswer
{
    /// <summary>The young person.</summary>
    public required MenteeId MenteeId { get; init; }

    /// <summary>The policy used.</summary>
    /// <example>1</example>
    public required int PolicyVersion { get; init; }

    /// <summary>Why nobody can be offered now; when there is such a reason nothing else is computed.</summary>
    public required IReadOnlyList<Obstacle> NotNow { get; init; }

    /// <summary>Mentors who are not possible and why, those with the fewest rules in the way first. Those who have left are not among them.</summary>
    public required IReadOnlyList<ImpossibleMentor> NotPossible { get; init; }

    /// <summary>How many mentors are not possible, also beyond those listed.</summary>
    /// <example>12</example>
    public required int Impossible { get; init; }

    /// <summary>What would make the most mentors possible, the most first.</summary>
    public required IReadOnlyList<Help> WouldHelp { get; init; }
}

/// <summary>One thing that would make mentors possible.</summary>
public sealed record Help
{
    /// <summary>The rule that alone is in the way.</summary>
    /// <example>time</example>
    public required string Rule { get; init; }

    /// <summary>How many mentors only this rule keeps away.</summary>
    /// <example>4</example>
    public required int Mentors { get; init; }

    /// <summary>What could be done, in a sentence.</summary>
    /// <example>With another time in the week, 4 more mentors would be possible.</example>
    public required string Sentence { get; init; }
}

/// <summary>Says why not somebody else, and what would help.</summary>
public static class WhoElse
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/{menteeId}/suggestions/others", Handle)
        .WithSummary("Ask why not somebody else, and what would help")
        .WithDescription("Every mentor who has not left and is not possible, those nearest to possible first, and which one change would make most mentors possible. 404 for a young person outside the caseload.")
        .For(Roles.Caseworker);

    private static async Task<Results<Ok<WhoElseAnswer>, ProblemHttpResult>> Handle(
        MenteeId menteeId, [Range(1, 100, ErrorMessage = "Take 1 to 100 mentors at a time.")] int? take, Caller caller, PeopleInMemory memory, CancellationToken cancel)
        => await memory.Look(everybody => everybody.OfCaseload(caller, menteeId) is { } mentee ? Answer(mentee, everybody.People, take ?? 20) : null, cancel) is { } answer
            ? TypedResults.Ok(answer)
            : Problems.NotFound();

    private static WhoElseAnswer Answer(KnownMentee mentee, PackedPeople people, int take)
    {
        var notNow = mentee.NotNow(people);
        List<ImpossibleMentor> impossible = notNow.Count > 0
            ? []
            : [.. from number in Enumerable.Range(0, people.Mentors.Count)
                  where people.Mentors.At(number) is not null
                  let because = Eligibility.OfPair(mentee.PairWith(people, number))
                  where because.Count > 0
                  select new ImpossibleMentor { MentorId = people.Mentors.At(number)!.Id, Because = because }];
        return new()
        {
            MenteeId = mentee.Copy.Id,
            PolicyVersion = people.Policy.Version,
            NotNow = notNow,
            NotPossible = [.. impossible.OrderBy(i => i.Because.Count).ThenBy(i => i.MentorId.Value).Take(take)],
            Impossible = impossible.Count,
            WouldHelp = [.. WouldHelp(impossible)],
        };
    }

    /// <summary>What would help most: the rules that alone keep mentors away, and that somebody can do something about.</summary>
    public static IEnumerable<Help> WouldHelp(IEnumerable<ImpossibleMentor> impossible) =>
        from mentor in impossible
        where mentor.Because.Count == 1
        group mentor by mentor.Because[0].Rule into alone
        let count = alone.Count()
        let sentence = Sentence(alone.Key, count == 1 ? "1 more mentor" : $"{count} more mentors")
        where sentence is not null
        orderby count descending, alone.Key
        select new Help { Rule = alone.Key, Mentors = count, Sentence = sentence };

    // Nobody is to be talked out of what they asked for: where it is the young person's own word, the sentence says so.
    private static string? Sentence(string rule, string mentors) => rule switch
    {
        "time" => $"With another time in the week, {mentors} would be possible.",
        "meeting" => $"With another way to meet, such as online, {mentors} would be possible.",
        "place" => $"When their place is free again, {mentors} would be possible.",
        "language" => $"With a language in common, {mentors} would be possible.",
        "must" => $"Without what the young person must have in a mentor, {mentors} would be possible. It is for them to say.",
        "avoid" => $"Without what the young person wants to avoid, {mentors} would be possible. It is for them to say.",
        "clearance" => $"When their screening is done, {mentors} may be possible.",
        _ => null,
    };
}
