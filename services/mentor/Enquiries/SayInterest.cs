using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>Somebody would like to be a mentor.</summary>
public static class SayInterest
{
    /// <summary>Who they are.</summary>
    public sealed record Request
    {
        /// <summary>Their name.</summary>
        /// <example>Amina Okoro</example>
        [SomeName]
        public required string Name { get; init; }

        /// <summary>Their e-mail address.</summary>
        /// <example>amina.okoro@mail.example</example>
        [SomeEmail]
        public required string Email { get; init; }

        /// <summary>Whom they work for, up to 120 characters.</summary>
        /// <example>I have my own bakery.</example>
        [StringLength(Interest.LongestEmployer, ErrorMessage = "Keep this under 120 characters.")]
        public string? WorksFor { get; init; }

        /// <summary>What else they want to say, up to 2,000 characters.</summary>
        /// <example>I grew up in care and would like to give something back.</example>
        [StringLength(Interest.LongestWords, ErrorMessage = "Keep this under 2,000 characters.")]
        public string? Words { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/interests", Handle).ForAnybody().RequireRateLimiting(EnquiryLimit.Policy).MayAnswer(400, 429)
        .WithSummary("Say that you would like to be a mentor").WithDescription("Always gives the same answer. Writing the same twice makes one entry. Kept for six months.");

    private static async Task<Accepted<ThanksAnswer>> Handle(Request request, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        var said = Interest.Say(request.Name.Trim(), request.Email.Trim().ToLowerInvariant(), Answers.Tidy(request.WorksFor), request.Words?.Trim() ?? string.Empty, clock.GetUtcNow());

        // Two presses of a button wait for each other here, so that the second finds what the first wrote.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({said.Email}, 2))", cancel);
        var known = await db.Interests.AnyAsync(i => i.State == InterestState.Open && i.Email == said.Email && i.Name == said.Name && i.WorksFor == said.WorksFor && i.Words == said.Words, cancel);
        if (!known) db.Add(said);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Accepted((string?)null, new ThanksAnswer { Message = "Thank you. We have got your message. Somebody from the programme will write to you within a week." });
    }
}
