using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>What happened to a young person's record: who, when, what and why.</summary>
public static class SeeTimeline
{
    /// <summary>A part of the timeline, the newest first.</summary>
    public sealed record Answer
    {
        /// <summary>The moments.</summary>
        public required IReadOnlyList<Line> Moments { get; init; }

        /// <summary>Give this as <c>before</c> to read what happened earlier; null when this goes back to the beginning.</summary>
        /// <example>12</example>
        public required int? Before { get; init; }
    }

    /// <summary>One moment.</summary>
    public sealed record Line
    {
        /// <summary>Its number, 1 for the first.</summary>
        /// <example>3</example>
        public required int Number { get; init; }

        /// <summary>What happened.</summary>
        /// <example>consent-given</example>
        public required Happening What { get; init; }

        /// <summary>Whose doing it was.</summary>
        /// <example>mentee</example>
        public required Voice By { get; init; }

        /// <summary>Which caseworker's account; null when it was none's.</summary>
        public required CaseworkerId? CaseworkerId { get; init; }

        /// <summary>When, UTC.</summary>
        public required DateTimeOffset At { get; init; }

        /// <summary>Why, in the words of whoever did it; null when they did not say.</summary>
        public required string? Why { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/{id}/timeline", Handle)
        .Sensitive(RecordParts.Timeline)
        .For(Roles.Caseworker, Roles.SafeguardingLead)
        .WithSummary("What happened, when, by whom and why")
        .WithDescription("The newest first, 50 at a time unless take says otherwise (1 to 100). For a caseworker of theirs, or who covers today; a safeguarding lead with an Access-Reason header.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        MenteeId id,
        [Range(1, int.MaxValue, ErrorMessage = "before is a number from an earlier answer.")] int? before,
        [Range(1, 100, ErrorMessage = "Take 1 to 100 at a time.")] int? take,
        Caller caller,
        MenteeDb db,
        LeadAccess lead,
        TimeProvider clock,
        CancellationToken cancel)
    {
        db.About = id;
        if (!await db.MayRead(id, caller, lead, clock.Today(), cancel)) return Problems.NotFound();
        var most = take ?? 50;
        var rows = await db.Moments.AsNoTracking()
            .Where(m => m.Mentee == id && (before == null || m.Number < before))
            .OrderByDescending(m => m.Number)
            .Take(most)
            .Select(m => new Line { Number = m.Number, What = m.What, By = m.By, CaseworkerId = m.Caseworker, At = m.At, Why = m.Why })
            .ToListAsync(cancel);
        return TypedResults.Ok(new Answer { Moments = rows, Before = rows is [.., { Number: > 1 } last] ? last.Number : null });
    }
}
