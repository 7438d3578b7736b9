using System.ComponentModel;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>What a young person is asked to say yes to.</summary>
public static class ReadConsentStatement
{
    /// <summary>The statement.</summary>
    public sealed record Answer
    {
        /// <summary>Give this version when saying yes.</summary>
        public required string Version { get; init; }

        /// <summary>The words, a sentence or two at a time.</summary>
        public required IReadOnlyList<string> Words { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/consent-statement", Handle)
        .ForAnybody()
        .WithSummary("What saying yes means")
        .WithDescription("Now, or in an earlier version: the words of every version are kept for good.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<Answer>, ProblemHttpResult> Handle([Description("Which version; the one that is asked for now when left out.")] string? version = null) =>
        (version is null ? ConsentStatement.Newest : ConsentStatement.Of(version)) is { } statement
            ? TypedResults.Ok(new Answer { Version = statement.Version, Words = statement.Words })
            : Problems.NotFound();
}
