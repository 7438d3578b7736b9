using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentors;

/// <summary>A business asks to offer its people as mentors.</summary>
public static class AskToJoin
{
    /// <summary>Who asks.</summary>
    public sealed record Request
    {
        /// <summary>The name of the business, up to 120 characters.</summary>
        /// <example>Riverside Brewery</example>
        [SomeName(Partner.LongestName)]
        public required string BusinessName { get; init; }

        /// <summary>The name of the person to talk to.</summary>
        /// <example>Priya Shah</example>
        [SomeName]
        public required string ContactName { get; init; }

        /// <summary>Their e-mail address.</summary>
        /// <example>priya.shah@riverside.example</example>
        [SomeEmail]
        public required string Email { get; init; }

        /// <summary>Their phone number.</summary>
        /// <example>0116 496 0123</example>
        [SomePhone]
        public string? Phone { get; init; }

        /// <summary>What else they want to say, up to 2,000 characters.</summary>
        /// <example>Six of us would like to start in spring.</example>
        [StringLength(PartnerRequest.LongestWords, ErrorMessage = "Keep this under 2,000 characters.")]
        public string? Words { get; init; }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/partner-requests", Handle).ForAnybody().RequireRateLimiting(EnquiryLimit.Policy).MayAnswer(400, 429)
        .WithSummary("Ask to join as a business").WithDescription("Always gives the same answer. Asking the same twice makes one request.");

    private static async Task<Accepted<ThanksAnswer>> Handle(Request request, MentorDb db, TimeProvider clock, CancellationToken cancel)
    {
        var asked = PartnerRequest.Ask(
            request.BusinessName.Trim(), request.ContactName.Trim(), request.Email.Trim().ToLowerInvariant(), Answers.Tidy(request.Phone), request.Words?.Trim() ?? string.Empty, clock.GetUtcNow());

        // Two presses of a button wait for each other here, so that the second finds what the first wrote.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({asked.Email}, 1))", cancel);
        var known = await db.PartnerRequests.AnyAsync(
            r => r.State == PartnerRequestState.Open && r.Email == asked.Email && r.BusinessName == asked.BusinessName && r.ContactName == asked.ContactName && r.Phone == asked.Phone && r.Words == asked.Words, cancel);
        if (!known) db.Add(asked);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Accepted((string?)null, new ThanksAnswer { Message = "Thank you. We have got your message. Somebody from the programme will write to you within a week." });
    }
}
