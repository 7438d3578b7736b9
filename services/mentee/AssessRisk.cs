using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentees;

/// <summary>A caseworker writes down the risk assessment made together with the young person.</summary>
public static class AssessRisk
{
    /// <summary>The risk assessment.</summary>
    public sealed record Request : RiskPlan, IValidatableObject
    {
        /// <summary>When it is looked at again: after today, at most six months from now. The last date on which it holds.</summary>
        /// <example>2027-03-01</example>
        public required DateOnly ReviewOn { get; init; }

        /// <summary>Whether the review is soon enough.</summary>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            var today = ((TimeProvider?)validationContext.GetService(typeof(TimeProvider)) ?? TimeProvider.System).Today();
            if (!RiskAssessment.IsSoonEnough(ReviewOn, today))
                yield return new($"Choose a day to look at this again: after today, and at most {RiskAssessment.MonthsToReview} months from now.", [nameof(ReviewOn)]);
            foreach (var (risk, i) in Risks.Select((risk, i) => (risk, i)).Where(r => r.risk.Until < today.AddYears(-1)))
                yield return new("Check the year: this is long past.", [$"{nameof(Risks)}[{i}].{nameof(Risk.Until)}"]);
            if (LongerThan(ReviewOn) is { } number) yield return new(RiskAssessment.TooLong(number), [$"{nameof(Risks)}[{number - 1}].{nameof(Risk.Until)}"]);
        }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPut("/mentees/{id}/risk-assessment", Handle)
        .For(Roles.Caseworker)
        .WithSummary("Write the risk assessment")
        .WithDescription("A change is a new version, which the young person and a caseworker sign anew. The same content again changes nothing and keeps the signatures. What the young person lets their mentor read stays so for risks that stand in it word for word. Tells MenteeReadinessLapsed when they were ready.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<SafetyPlan>, ProblemHttpResult>> Handle(
        MenteeId id, Request request, Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        // A caller who is this young person and somebody's caseworker writes nobody's assessment alone.
        var today = clock.Today();
        if (await db.ToChange(id, caller with { Mentee = null }, today, cancel) is not { } mentee) return Problems.NotFound();
        var decision = mentee.AssessRisk(request, request.ReviewOn, caller.Caseworker, today, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(SafetyPlan.Of(mentee.RiskAssessment)!);
    }
}
