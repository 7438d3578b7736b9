using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Says who the caller is.</summary>
public static class WhoAmI
{
    /// <summary>You.</summary>
    public sealed record Answer
    {
        /// <summary>Your account; for a caseworker also the caseworker's id.</summary>
        public required AccountId AccountId { get; init; }

        /// <summary>The address you sign in with.</summary>
        /// <example>sam.okafor@programme.example</example>
        public required string Email { get; init; }

        /// <summary>Your name, if you are staff.</summary>
        /// <example>Sam Okafor</example>
        public required string? Name { get; init; }

        /// <summary>The roles you hold.</summary>
        /// <example>["caseworker"]</example>
        public required IReadOnlyList<string> Roles { get; init; }

        /// <summary>The mentor you are.</summary>
        public required MentorId? MentorId { get; init; }

        /// <summary>The young person you are.</summary>
        public required MenteeId? MenteeId { get; init; }

        /// <summary>The partner you act for.</summary>
        public required PartnerId? PartnerId { get; init; }

        /// <summary>When you will have to sign in again, UTC.</summary>
        public required DateTimeOffset SignedInUntil { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/me", Handle).WithSummary("Who you are").ForEverybodySignedIn();

    private static async Task<Ok<Answer>> Handle(HttpContext http, AccountsDb db, CancellationToken cancel)
    {
        var id = http.User.SignIn();
        var (until, account) = await db.SignIns.Where(s => s.Id == id)
            .Join(db.Accounts, s => s.AccountId, a => a.Id, (s, a) => new ValueTuple<DateTimeOffset, Account>(s.ExpiresAt, a)).SingleAsync(cancel);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Answer
        {
            AccountId = new(account.Id),
            Email = account.Email!,
            Name = account.Name,
            Roles = account.Roles,
            MentorId = account.MentorId,
            MenteeId = account.MenteeId,
            PartnerId = account.PartnerId,
            SignedInUntil = until,
        });
    }
}
