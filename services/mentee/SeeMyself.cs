using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>A young person's own record.</summary>
public static class SeeMyself
{
    /// <summary>The record as the young person sees it.</summary>
    public sealed record Answer
    {
        /// <summary>Your id.</summary>
        public required MenteeId Id { get; init; }

        /// <summary>The name you like to be called by.</summary>
        public required string FirstName { get; init; }

        /// <summary>Your last name.</summary>
        public required string LastName { get; init; }

        /// <summary>Your birthday.</summary>
        public required DateOnly DateOfBirth { get; init; }

        /// <summary>Your e-mail address.</summary>
        public required string? Email { get; init; }

        /// <summary>Your phone number.</summary>
        public required string? Phone { get; init; }

        /// <summary>How and when we may get in touch.</summary>
        public required string? HowToReach { get; init; }

        /// <summary>Where you stand, and what you can do next.</summary>
        public required Standing Standing { get; init; }

        /// <summary>Your caseworker's account; null while nobody has taken you on.</summary>
        public required CaseworkerId? CaseworkerId { get; init; }

        /// <summary>What you told us when you asked for a mentor.</summary>
        public required string? WhatYouToldUs { get; init; }

        /// <summary>Every yes you gave, oldest first.</summary>
        public required IReadOnlyList<ConsentGiven> Consents { get; init; }

        /// <summary>Whether the words of what yes means have changed since you said it. Your yes holds until its last day; you can read the new words and say yes to them.</summary>
        public required bool IsAskedAnew { get; init; }

        /// <summary>What you want and like; null until first saved.</summary>
        public required Profile? Profile { get; init; }

        /// <summary>Your safety plan; null until it is made.</summary>
        public required SafetyPlan? RiskAssessment { get; init; }

        internal static Answer Of(Mentee mentee, DateOnly today) => new()
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
            WhatYouToldUs = mentee.ReferredThemselves ? mentee.ReferralNote : null,
            Consents = ConsentGiven.Of(mentee),
            IsAskedAnew = mentee.IsAskedAnew(today),
            Profile = mentee.Profile,
            RiskAssessment = SafetyPlan.Of(mentee.RiskAssessment),
        };
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/mentees/me", Handle)
        .For(Roles.Mentee)
        .WithSummary("Your own record")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(Caller caller, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (caller.Mentee is not { } me || await db.Mentees.AsNoTracking().SingleOrDefaultAsync(m => m.Id == me, cancel) is not { } mentee) return Problems.NotFound();
        return TypedResults.Ok(Answer.Of(mentee, clock.Today()));
    }
}
