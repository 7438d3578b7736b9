using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Mentors;

/// <summary>Somebody who can speak for a mentor.</summary>
public sealed record RefereeRequest : IValidatableObject
{
    /// <summary>Their name.</summary>
    /// <example>Odette Larkin</example>
    [SomeName]
    public required string Name { get; init; }

    /// <summary>How they know the mentor, 3 to 200 characters.</summary>
    /// <example>We ran the youth football team together for six years.</example>
    [StringLength(Referee.LongestHow, MinimumLength = 3, ErrorMessage = "Say in 3 to 200 characters how you know each other.")]
    [RegularExpression(@"^\s*\S[\s\S]+\S\s*$", MatchTimeoutInMilliseconds = 200, ErrorMessage = "Say in 3 to 200 characters how you know each other.")]
    public required string HowTheyKnowYou { get; init; }

    /// <summary>Their e-mail address; this or a phone number is needed.</summary>
    /// <example>odette.larkin@mail.example</example>
    [SomeEmailOrNothing]
    public string? Email { get; init; }

    /// <summary>Their phone number; this or an e-mail address is needed.</summary>
    /// <example>07700 900345</example>
    [SomePhone]
    public string? Phone { get; init; }

    /// <summary>That they are not family, nor a partner of the mentor. Has to be true: a reference from family does not count.</summary>
    /// <example>true</example>
    public required bool NotARelative { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!NotARelative) yield return new("A reference has to come from somebody who is not your family or partner.", [nameof(NotARelative)]);
        if (Answers.Tidy(Email) is null && Answers.Tidy(Phone) is null) yield return new("Give an email address or a phone number, so that we can reach them.", [nameof(Email)]);
    }

    internal Referee Read() => new()
    {
        Name = Name.Trim(),
        HowTheyKnowYou = HowTheyKnowYou.Trim(),
        Email = Answers.Tidy(Email)?.ToLowerInvariant(),
        Phone = Answers.Tidy(Phone),
    };
}

/// <summary>A mentor, or a caseworker for them, names who can speak for them.</summary>
public static class ChangeReferees
{
    /// <summary>Who can speak for the mentor.</summary>
    public sealed record Request
    {
        /// <summary>Up to two people; two are needed to apply.</summary>
        [MaxLength(Referee.Needed, ErrorMessage = "Two people are enough.")]
        public required IReadOnlyList<RefereeRequest> Referees { get; init; }
    }

    /// <summary>Who can speak for the mentor.</summary>
    public sealed record Answer
    {
        /// <summary>The people.</summary>
        public required IReadOnlyList<Referee> Referees { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/mentors/{id}/referees", Handle).For(Roles.Mentor, Roles.Caseworker).MayAnswer(400, 404, 409)
        .WithSummary("Say who can speak for a mentor").WithDescription("Replaces both. One is enough to save; two are needed to apply, and to stay applied. Nobody speaks for themselves or twice.");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(MentorId id, Request request, Caller caller, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.MentorOf(id, cancel) is not { } mentor || !caller.MayActFor(mentor)) return Problems.NotFound();
        var decision = mentor.ChangeReferees([.. request.Referees.Select(r => r.Read())], caller.Account, clock.GetUtcNow());
        if (decision.IsRefused) return decision.AsConflict();
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Answer { Referees = mentor.Referees });
    }
}
