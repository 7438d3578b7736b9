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
}

/// <summary>A caseworker records how a check came out.</summary>
public static class RecordCheck
{
    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/mentors/{id}/checks", Handle).For(Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Record a check").WithDescription("The first one starts the screening. The newest of a kind counts; a failed one takes clearance at once. The same result again changes nothing. Nobody records a check on themselves.");

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
        };
        if (ScreeningRules.WhatIsWrong(result, today) is { } wrong) return Problems.Invalid(wrong);
        var decision = mentor.Record(result, caller.Account, today, now);
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(MentorAnswer.Of(mentor, today));
    }
}
