using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Signs somebody in with e-mail address and password.</summary>
public static class SignInWithPassword
{
    // One sentence for a wrong password, an unknown or shut account and too many tries, so that it tells nothing about who has an account.
    internal const string No = "That e-mail address and password do not go together, or there were too many tries. Check both. After five tries, wait 15 minutes.";

    /// <summary>Who and how.</summary>
    public sealed record Request
    {
        /// <summary>The account's e-mail address; capitals do not matter.</summary>
        /// <example>sam.okafor@programme.example</example>
        [StringLength(254, MinimumLength = 1, ErrorMessage = "Give your e-mail address, at most 254 characters.")]
        public required string Email { get; init; }

        /// <summary>The password.</summary>
        /// <example>harbour lantern nineteen</example>
        [StringLength(PasswordRules.Longest, MinimumLength = 1, ErrorMessage = "Give your password, at most 128 characters.")]
        public required string Password { get; init; }

        /// <summary>Never the password.</summary>
        public override string ToString() => "A sign-in";
    }

    /// <summary>You are in.</summary>
    public sealed record Answer
    {
        /// <summary>Send it as <c>Authorization: Session …</c>. Keep it like a password: whoever has it is you until it expires.</summary>
        /// <example>pY2n0Jp1mC3lPYVYk3q1N0cS0mB8h5u3dE4r6T7y8U9</example>
        public required string Session { get; init; }

        /// <summary>When it stops working, UTC; sooner when you sign out or the account is shut.</summary>
        /// <example>2026-11-23T21:00:00Z</example>
        public required DateTimeOffset ExpiresAt { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/sign-in", Handle)
        .WithSummary("Sign in with e-mail address and password")
        .WithDescription("Answers the same, in the same time, for a wrong password and for somebody unknown. Five tries in 15 minutes for each address.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests)
        .RequireRateLimiting(RateLimits.Guessing).WithMetadata(OwnTransaction.Mark).ForAnybody();

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(Request request, PasswordCheck passwords, AccountsDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await passwords.Check(request.Email, request.Password, cancel) is not { IsOpen: true } account) return Problems.Of(StatusCodes.Status401Unauthorized, No);

        var (signIn, handle) = SignIn.Start(account, now);
        db.SignIns.Add(signIn);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Answer { Session = handle, ExpiresAt = signIn.ExpiresAt });
    }
}

/// <summary>Looks whether a password is an account's, at the same cost whether or not there is one.</summary>
/// <param name="db">The accounts.</param>
/// <param name="users">Identity.</param>
/// <param name="hasher">Identity's hasher.</param>
/// <param name="clock">The clock.</param>
public sealed class PasswordCheck(AccountsDb db, UserManager<Account> users, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    // Nobody has this account; its hash is there to be computed against.
    private static readonly Account Nobody = new();
    private static string? hashOfNobody;

    /// <summary>The account, or null. Every look takes one of the address's tries; the right password gives them back.</summary>
    public async Task<Account?> Check(string email, string password, CancellationToken cancel)
    {
        hashOfNobody ??= hasher.HashPassword(Nobody, "nobody signs in with this");
        // U+FFFE is no character; Normalize throws at it.
        var normal = users.NormalizeEmail(email.Trim().Replace('\uFFFE', '\uFFFD'));
        var mayLook = await SignInTries.Take(db, normal, clock.GetUtcNow(), cancel);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, cancel);
        var hash = account?.PasswordHash ?? hashOfNobody;
        var result = hasher.VerifyHashedPassword(account ?? Nobody, hash, PasswordRules.Normal(password));
        if (!mayLook || account?.PasswordHash is null || result == PasswordVerificationResult.Failed) return null;

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = hasher.HashPassword(account, PasswordRules.Normal(password));
            await db.SaveChangesAsync(cancel);
        }

        await SignInTries.Forget(db, normal, cancel);
        return account;
    }
}
