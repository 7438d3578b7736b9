using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>How a check came out.</summary>
public sealed record CheckRequest
{
    /// <summary>Which check: identity, first-reference, second-reference, dbs, interview, training or agreement.</summary>
    /// <example>dbs</example>
    public required CheckKind Kind { get; init; }

    /// <summary>The level of a DBS certificate; left out for every other check.</summary>
    /// <example>enhanced-with-barred-list</example>
    public DbsLevel Level { get; init; } = DbsLevel.None;

    /// <summary>How it came out.</summary>
    /// <example>passed</example>
    public required CheckOutcome Outcome { get; init; }

    /// <summary>The local date it was decided on, not in the future.</summary>
    /// <example>2026-11-02</example>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>The last local date it counts. When left out, as long as the rule allows.</summary>
    /// <example>2029-11-02</example>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>A note for caseworkers, up to 1,000 characters.</summary>
    /// <example>Certificate seen in the original.</example>
    [StringLength(1_000, ErrorMessage = "note is longer than 1,000 characters.")]
    public string? Note { get; init; }

    /// <summary>How many minutes of training in all, 1 to 60,000; needed for training that is passed, left out for every other check.</summary>
    /// <example>180</example>
    [Range(1, 60_000, ErrorMessage = "minutes is 1 to 60,000.")]
    public int? Minutes { get; init; }

    /// <summary>The answers to the set questions of a reference or the interview, see <c>GET /screening-rules</c>. Passed needs all of them; not passed needs one criterion that is not met.</summary>
    [MaxLength(20, ErrorMessage = "There are not that many questions.")]
    public IReadOnlyList<AnswerRequest> Answers { get; init; } = [];

    /// <summary>Something adverse that came to light although the check is passed, 10 to 1,000 characters: what it is, and why it can be carried. Then it takes two people to clear.</summary>
    /// <example>A caution for shoplifting at 17, fifteen years ago; told us of it before we asked.</example>
    [StringLength(1_000, MinimumLength = 10, ErrorMessage = "Say in 10 to 1,000 characters what came to light and why it can be carried.")]
    public string? Finding { get; init; }
}

/// <summary>The answer to a set question.</summary>
public sealed record AnswerRequest
{
    /// <summary>The question's short name.</summary>
    /// <example>boundaries</example>
    [StringLength(40, MinimumLength = 1, ErrorMessage = "question is the short name of a set question.")]
    public required string Question { get; init; }

    /// <summary>Whether the criterion is met; left out for a question that is no criterion.</summary>
    /// <example>true</example>
    public bool? IsMet { get; init; }

    /// <summary>What was said or seen that shows it, 2 to 600 characters.</summary>
    /// <example>Would not lend money, and said how they would say no.</example>
    [StringLength(Criteria.LongestWords, MinimumLength = 2, ErrorMessage = "Say in 2 to 600 characters what shows it.")]
    [RegularExpression(@"^\s*\S[\s\S]*\S\s*$", MatchTimeoutInMilliseconds = 200, ErrorMessage = "Say in 2 to 600 characters what shows it.")]
    public required string Words { get; init; }
}

/// <summary>A caseworker records how a check came out.</summary>
public static class RecordCheck
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentors/{id}/checks", Handle).For(Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Record a check").WithDescription("The first one starts the screening. The newest of a kind counts; a failed one, or one with an adverse finding, takes clearance at once. A DBS level that is not lawful for the role, training of less than two hours, and an interview that does not meet every criterion are refused with the reason. The same result again changes nothing. Nobody records a check on themselves.");

    private static async Task<Results<Ok<MentorAnswer>, ProblemHttpResult>> Handle(
        MentorId id, CheckRequest request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (caller.Mentor == id) return Steps.NotForYourself();
        if (await db.MentorOf(id, cancel) is not { } mentor) return Problems.NotFound();
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var result = new CheckResult
        {
            Kind = request.Kind,
            Level = request.Level,
            Outcome = request.Outcome,
            DecidedOn = request.DecidedOn,
            ValidUntil = request.ValidUntil,
            Note = Answers.Tidy(request.Note),
            Minutes = request.Minutes,
            Answers = [.. request.Answers.Select(a => new InterviewAnswer { Question = a.Question, IsMet = a.IsMet, Words = a.Words.Trim() })],
            Finding = Answers.Tidy(request.Finding),
        };
        if (mentor.Rules.WhatIsWrong(result, today) is { } wrong) return Problems.Invalid(wrong);
        var decision = mentor.Record(result, caller.Account, today, now);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MentorAnswer.Of(mentor, today));
    }
}
