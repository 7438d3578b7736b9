using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Sessions;

/// <summary>A caseworker writes a review down.</summary>
public static class RecordReview
{
    /// <summary>What was said.</summary>
    public sealed record Request
    {
        /// <summary>Which: <c>six-weeks</c>, <c>three-months</c>, <c>six-months</c> or <c>twelve-months</c>.</summary>
        /// <example>six-weeks</example>
        public required Milestone Milestone { get; init; }

        /// <summary>The date in London on which they spoke: today or up to 60 days ago.</summary>
        /// <example>2026-11-20</example>
        public required DateOnly HeldOn { get; init; }

        /// <summary>What the young person said, at most 2,000 characters; left out when they did not want to say anything.</summary>
        /// <example>I look forward to Wednesdays.</example>
        [StringLength(2000, ErrorMessage = "Please keep it to at most 2,000 characters.")]
        public string? MenteeWords { get; init; }

        /// <summary>What the mentor said, at most 2,000 characters; left out when they did not want to say anything.</summary>
        /// <example>We found our way of talking.</example>
        [StringLength(2000, ErrorMessage = "Please keep it to at most 2,000 characters.")]
        public string? MentorWords { get; init; }

        /// <summary>Whether they looked at the goals together.</summary>
        /// <example>true</example>
        public required bool GoalsLookedAt { get; init; }

        /// <summary>What comes of it: <c>go-on</c>, <c>go-on-differently</c> or <c>end-well</c>.</summary>
        /// <example>go-on</example>
        public required ReviewOutcome Outcome { get; init; }

        /// <summary>What they change, at most 1,000 characters.</summary>
        /// <example>They meet on Thursdays from now on.</example>
        [StringLength(1000, ErrorMessage = "Please keep it to at most 1,000 characters.")]
        public string? Changes { get; init; }
    }

    /// <summary>A review as caseworkers read it.</summary>
    public sealed record Answer
    {
        /// <summary>The match.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>The milestone.</summary>
        public required Milestone Milestone { get; init; }

        /// <summary>The caseworker.</summary>
        public required CaseworkerId By { get; init; }

        /// <summary>The date in London on which they spoke.</summary>
        /// <example>2026-11-20</example>
        public required DateOnly HeldOn { get; init; }

        /// <summary>What the young person said.</summary>
        /// <example>I look forward to Wednesdays.</example>
        public required string? MenteeWords { get; init; }

        /// <summary>What the mentor said.</summary>
        /// <example>We found our way of talking.</example>
        public required string? MentorWords { get; init; }

        /// <summary>Whether they looked at the goals together.</summary>
        public required bool GoalsLookedAt { get; init; }

        /// <summary>What comes of it.</summary>
        public required ReviewOutcome Outcome { get; init; }

        /// <summary>What they change.</summary>
        /// <example>They meet on Thursdays from now on.</example>
        public required string? Changes { get; init; }

        /// <summary>When it was written down, UTC.</summary>
        public required DateTimeOffset RecordedAt { get; init; }

        internal static Answer Of(Review review) => new()
        {
            MatchId = review.MatchId,
            Milestone = review.Milestone,
            By = review.By,
            HeldOn = review.HeldOn,
            MenteeWords = review.MenteeWords,
            MentorWords = review.MentorWords,
            GoalsLookedAt = review.GoalsLookedAt,
            Outcome = review.Outcome,
            Changes = review.Changes,
            RecordedAt = review.RecordedAt,
        };
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/matches/{matchId}/reviews", Handle)
        .WithName(nameof(RecordReview))
        .WithSummary("Write a review of a match down.")
        .WithDescription("By the young person's caseworker or a covering one, once the match has begun and while it goes on, from two weeks before its milestone. One for each milestone; what is written down stays.")
        .Refuses(400, 404, 409)
        .For(Roles.Caseworker);

    private static async Task<Results<Created<Answer>, ProblemHttpResult>> Handle(
        MatchId matchId, Request request, Caller caller, SessionDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = London.DateAt(now);
        if (request.HeldOn > today || request.HeldOn < today.AddDays(-60)) return Problems.Invalid("A review was held today or in the last 60 days. Pick that day.");
        if (request.Outcome == ReviewOutcome.GoOnDifferently && Text.Of(request.Changes) is null) return Problems.Invalid("Say what they change.");

        // Held: of two people who write at once, the second waits and is seen.
        var match = await db.HoldMatch(matchId, cancel);
        if (match is null || !await db.IsInCaseload(caller, match.MenteeId, today, cancel)) return Problems.NotFound();
        if (match.ActivatedAt is not { } began) return Problems.Conflict("This match has not begun yet. Reviews come after the first meeting.");
        if (match.State == MatchState.Ended) return Problems.Conflict("This match has ended. What both say now belongs to its closing.");
        if (Milestones.DueOn(London.DateAt(began), request.Milestone).AddDays(-Milestones.Ahead) > today) return Problems.Conflict("It is too early for this review. It is asked for from two weeks before its day.");
        if (await db.Reviews.AnyAsync(r => r.MatchId == matchId && r.Milestone == request.Milestone, cancel)) return Problems.Conflict("This review is written down already.");

        var review = Review.Of(match, caller.Caseworker, request, now);
        db.Add(review);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/matches/{matchId}/how-it-goes", Answer.Of(review));
    }
}
