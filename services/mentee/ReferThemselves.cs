using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Mentees;

/// <summary>A young person asks for a mentor themselves, without an account.</summary>
public static class ReferThemselves
{
    /// <summary>Who asks.</summary>
    public sealed record Request : Referral
    {
        /// <summary>Anything they want to say; up to 1,000 characters.</summary>
        /// <example>I start a new job soon and I would like someone to talk to.</example>
        [StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
        public string? Note { get; init; }
    }

    /// <summary>The same for everybody, so that nobody can find out who is known here.</summary>
    public sealed record Answer
    {
        /// <summary>What happens next.</summary>
        public required string Message { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/referrals", Handle)
        .ForAnybody()
        .RequireRateLimiting(ReferralLimit.Policy)
        .WithSummary("Ask for a mentor yourself")
        .WithDescription("Always gives the same answer. Asking twice makes one referral. Tells MenteeReferred.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Accepted<Answer>> Handle(Request request, MenteeDb db, TimeProvider clock, CancellationToken cancel)
    {
        var mentee = Mentee.ReferThemselves(request, request.Note, clock.GetUtcNow());
        if (!await IsWaiting(mentee.Person, db, cancel))
        {
            db.Add(mentee);
            await db.SaveChangesAsync(cancel);
        }

        return TypedResults.Accepted((string?)null, new Answer { Message = "Thank you. We have got your message. Someone will get in touch with you soon." });
    }

    // Two presses of a button wait for each other here, so that the second finds what the first wrote.
    private static async Task<bool> IsWaiting(PersonalDetails person, MenteeDb db, CancellationToken cancel)
    {
        var key = $"{person.DateOfBirth:O} {person.FirstName}";
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({key}, 0))", cancel);
        return await db.Mentees.AnyAsync(
            m => m.ReferredThemselves && m.Caseworker == null && m.Stage == MenteeStage.Referred
                && m.Person.DateOfBirth == person.DateOfBirth
                && m.Person.FirstName == person.FirstName
                && m.Person.Email == person.Email && m.Person.Phone == person.Phone,
            cancel);
    }
}
