using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>
/// Everything this service holds about a young person, for them to keep (UK GDPR, Articles 15 and 20). What was written in
/// confidence is named and left out: a person goes through it with them.
/// </summary>
public static class TakeMyData
{
    /// <summary>The data.</summary>
    public sealed record Answer
    {
        /// <summary>When it was put together, UTC.</summary>
        public required DateTimeOffset MadeAt { get; init; }

        /// <summary>Your record, as you see it in your account.</summary>
        public required SeeMyself.Answer Record { get; init; }

        /// <summary>When you asked for a mentor or were referred, UTC.</summary>
        public required DateTimeOffset ReferredAt { get; init; }

        /// <summary>When you left, UTC; null while you are here.</summary>
        public required DateTimeOffset? LeftAt { get; init; }

        /// <summary>Every version of your safety plan, oldest first.</summary>
        public required IReadOnlyList<SafetyPlan> SafetyPlans { get; init; }

        /// <summary>Which mentors could read your first name and your goals, and when.</summary>
        public required IReadOnlyList<Shown> ShownTo { get; init; }

        /// <summary>What happened, oldest first.</summary>
        public required IReadOnlyList<Line> Timeline { get; init; }

        /// <summary>What is not in here, and how to get it.</summary>
        public required IReadOnlyList<string> NotIncluded { get; init; }
    }

    /// <summary>A mentor who could read of you.</summary>
    public sealed record Shown
    {
        /// <summary>The match it was for.</summary>
        public required MatchId MatchId { get; init; }

        /// <summary>From when on, UTC.</summary>
        public required DateTimeOffset From { get; init; }

        /// <summary>Until when, UTC; null while they still can.</summary>
        public required DateTimeOffset? Until { get; init; }
    }

    /// <summary>One thing that happened.</summary>
    public sealed record Line
    {
        /// <summary>What.</summary>
        public required Happening What { get; init; }

        /// <summary>Whose doing it was.</summary>
        public required Voice By { get; init; }

        /// <summary>When, UTC.</summary>
        public required DateTimeOffset At { get; init; }

        /// <summary>Why, when it was you who said so.</summary>
        public required string? Why { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/me/data", Handle)
        .For(Roles.Mentee)
        .WithSummary("Everything we hold about you here")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (caller.Mentee is not { } me || await db.Mentees.AsNoTracking().SingleOrDefaultAsync(m => m.Id == me, cancel) is not { } mentee) return Problems.NotFound();
        return TypedResults.Ok(new Answer
        {
            MadeAt = clock.GetUtcNow(),
            Record = SeeMyself.Answer.Of(mentee, clock.Today()),
            ReferredAt = mentee.ReferredAt,
            LeftAt = mentee.LeftAt,
            SafetyPlans = [.. mentee.RiskAssessments.Select(r => SafetyPlan.Of(r)!)],
            ShownTo = await db.Introductions.AsNoTracking().Where(i => i.Mentee == me && i.ApprovedAt != null).OrderBy(i => i.ApprovedAt)
                .Select(i => new Shown { MatchId = i.Match, From = i.ApprovedAt!.Value, Until = i.EndedAt }).ToListAsync(cancel),
            Timeline = await db.Moments.AsNoTracking().Where(m => m.Mentee == me).OrderBy(m => m.Number)
                .Select(m => new Line { What = m.What, By = m.By, At = m.At, Why = m.By == Voice.Mentee ? m.Why : null }).ToListAsync(cancel),
            NotIncluded =
            [
                .. mentee is { ReferredThemselves: false, ReferralNote: not null } ? (string[])["What your caseworker wrote when they asked us to help you."] : [],
                "Why a caseworker did something, in their words.",
                "Who on our team works with you, by name.",
                "You can ask to see these too. Tell your caseworker, and somebody goes through them with you.",
            ],
        });
    }
}
