using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>What a mentor may read of a young person who says yes to it, from approval of their match until its ending.</summary>
public static class SeeIntroduction
{
    /// <summary>The young person as their mentor sees them.</summary>
    public sealed record Answer
    {
        /// <summary>The young person's id.</summary>
        public required MenteeId Id { get; init; }

        /// <summary>The name they like to be called by.</summary>
        public required string FirstName { get; init; }

        /// <summary>What they want help with, the most wanted first.</summary>
        public required IReadOnlyList<string> GoalAreas { get; init; }

        /// <summary>Their goals in their own words; null when they wrote none.</summary>
        public required string? GoalsInMyWords { get; init; }

        /// <summary>The parts of their safety plan that they let you read, while it is in force.</summary>
        public required IReadOnlyList<SafetyPart> SafetyPlan { get; init; }

        internal static Answer Of(Mentee mentee, DateOnly today) => new()
        {
            Id = mentee.Id,
            FirstName = mentee.Person.FirstName,
            GoalAreas = mentee.Profile?.GoalAreas ?? [],
            GoalsInMyWords = mentee.Profile?.GoalsInMyWords,
            SafetyPlan = mentee.RiskAssessment is { } plan && plan.IsInForce(today)
                ? [.. plan.Plan.Risks.Where((_, i) => plan.IsShared(i + 1)).Select(r => new SafetyPart { WhatCouldHappen = r.WhatCouldHappen, WhatWeDo = r.WhatWeDo, Who = r.Who, Until = r.Until })]
                : [],
        };
    }

    /// <summary>A part of a safety plan that a young person lets their mentor read. How likely and how bad it is, and what they say themselves, stays between them and their caseworker.</summary>
    public sealed record SafetyPart
    {
        /// <summary>What could happen.</summary>
        /// <example>Somebody follows me home from the meeting.</example>
        public required string WhatCouldHappen { get; init; }

        /// <summary>What is done about it.</summary>
        /// <example>We meet at the library and I text when I am home.</example>
        public required string WhatWeDo { get; init; }

        /// <summary>Who does it.</summary>
        /// <example>Riley and the mentor</example>
        public required string Who { get; init; }

        /// <summary>The last date of it; null while the plan holds.</summary>
        /// <example>2027-02-01</example>
        public required DateOnly? Until { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/{id}/introduction", Handle)
        .Sensitive(RecordParts.Introduction)
        .For(Roles.Mentor)
        .WithSummary("The young person you mentor")
        .WithDescription("Open from the approval of your match until its ending, while the young person's own yes holds, not while contact is paused, and never after they have left.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(MenteeId id, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        db.About = id;
        var today = clock.Today();
        return await db.IntroducedTo(caller.Mentor, today).SingleOrDefaultAsync(m => m.Id == id, cancel) is { } mentee ? TypedResults.Ok(Answer.Of(mentee, today)) : Problems.NotFound();
    }

    /// <summary>The young people a mentor may read of on a day.</summary>
    internal static IQueryable<Mentee> IntroducedTo(this MenteeDb db, MentorId? mentor, DateOnly today) => db.Mentees.AsNoTracking()
        .Where(m => m.Stage != MenteeStage.Left && m.ConsentUntil >= today
            && db.Introductions.Any(i => i.Mentee == m.Id && i.Mentor == mentor && i.ApprovedAt != null && i.EndedAt == null && (i.PausedAt == null || i.PausedAt < i.ResumedAt)));
}
