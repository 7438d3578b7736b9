using Mentoring.Shared;
using Mentoring.Shared.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>A young person's record, for their caseworker.</summary>
public static class SeeMentee
{
    /// <summary>The record as staff see it.</summary>
    public sealed record Answer
    {
        /// <summary>The young person's id.</summary>
        public required MenteeId Id { get; init; }

        /// <summary>The name they like to be called by.</summary>
        public required string FirstName { get; init; }

        /// <summary>The family name.</summary>
        public required string LastName { get; init; }

        /// <summary>The birthday.</summary>
        public required DateOnly DateOfBirth { get; init; }

        /// <summary>The e-mail address; null when there is none.</summary>
        public required string? Email { get; init; }

        /// <summary>The phone number; null when there is none.</summary>
        public required string? Phone { get; init; }

        /// <summary>How and when it is safe to get in touch.</summary>
        public required string? HowToReach { get; init; }

        /// <summary>Where they stand.</summary>
        public required Standing Standing { get; init; }

        /// <summary>Whose caseload they are in.</summary>
        public required CaseworkerId? CaseworkerId { get; init; }

        /// <summary>When they were referred, UTC.</summary>
        public required DateTimeOffset ReferredAt { get; init; }

        /// <summary>Whether they asked themselves.</summary>
        public required bool ReferredThemselves { get; init; }

        /// <summary>What was said at the referral.</summary>
        public required string? ReferralNote { get; init; }

        /// <summary>Every yes they gave, oldest first.</summary>
        public required IReadOnlyList<ConsentGiven> Consents { get; init; }

        /// <summary>What they want and like; null until first saved.</summary>
        public required Profile? Profile { get; init; }

        /// <summary>The risk assessment; null until first written.</summary>
        public required SafetyPlan? RiskAssessment { get; init; }

        /// <summary>When they left, UTC; null while they are here.</summary>
        public required DateTimeOffset? LeftAt { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/{id}", Handle)
        .Sensitive(RecordParts.Record)
        .For(Roles.Caseworker, Roles.SafeguardingLead)
        .WithSummary("A young person's record")
        .WithDescription("For a caseworker of theirs, or who covers today. A safeguarding lead sees any record with an Access-Reason header (10 to 500 characters), which is kept.")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        MenteeId id, Caller caller, MenteeDb db, LeadAccess lead, TimeProvider clock, CancellationToken cancel)
    {
        db.About = id;
        var today = clock.Today();
        var mentee = caller.Is(Roles.Caseworker)
            ? await db.Mentees.AsNoTracking().InCaseloadOf(caller.Caseworker, db, today).SingleOrDefaultAsync(m => m.Id == id, cancel)
            : null;
        if (mentee is null && await lead.Allows(db, caller, $"mentee {id}", cancel))
            mentee = await db.Mentees.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel);
        return mentee is null ? Problems.NotFound() : TypedResults.Ok(Of(mentee, today));
    }

    private static Answer Of(Mentee mentee, DateOnly today) => new()
    {
        Id = mentee.Id,
        FirstName = mentee.Person.FirstName,
        LastName = mentee.Person.LastName,
        DateOfBirth = mentee.Person.DateOfBirth,
        Email = mentee.Person.Email,
        Phone = mentee.Person.Phone,
        HowToReach = mentee.Person.HowToReach,
        Standing = Standing.Of(mentee, today),
        CaseworkerId = mentee.Caseworker,
        ReferredAt = mentee.ReferredAt,
        ReferredThemselves = mentee.ReferredThemselves,
        ReferralNote = mentee.ReferralNote,
        Consents = ConsentGiven.Of(mentee),
        Profile = mentee.Profile,
        RiskAssessment = SafetyPlan.Of(mentee.RiskAssessment),
        LeftAt = mentee.LeftAt,
    };
}
