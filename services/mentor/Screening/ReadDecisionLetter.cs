using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A letter with a decision, in words.</summary>
public sealed record DecisionLetterAnswer
{
    /// <summary>What was decided.</summary>
    public required LetterKind Decision { get; init; }

    /// <summary>The local date (Europe/London) of it.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The letter, a paragraph at a time.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>What everybody in this role has to meet.</summary>
    public required IReadOnlyList<string> Criteria { get; init; }

    /// <summary>The last local date on which they may ask for it to be looked at again; null for a clearance.</summary>
    public required DateOnly? AskAgainUntil { get; init; }

    internal static DecisionLetterAnswer Of(DecisionLetter letter) => new()
    {
        Decision = letter.Decision,
        On = letter.On,
        Paragraphs = letter.Paragraphs(),
        Criteria = letter.Criteria(),
        AskAgainUntil = letter.AskAgainUntil,
    };
}

/// <summary>A mentor reads the last letter with a decision on them.</summary>
public static class ReadDecisionLetter
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentors/me/letter", Handle).For(Roles.Mentor).MayAnswer(404)
        .WithSummary("Read the letter with the decision on me").WithDescription("The last one: that they are cleared, or that they are declined and why, from a fixed list. 404 before the first.");

    private static async Task<Results<Ok<DecisionLetterAnswer>, ProblemHttpResult>> Handle(Caller caller, MentorDb db, CancellationToken cancel) =>
        caller.Mentor is { } id && await db.Mentors.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is { Letter: { } letter }
            ? TypedResults.Ok(DecisionLetterAnswer.Of(letter))
            : Problems.NotFound();
}
