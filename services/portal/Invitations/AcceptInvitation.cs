using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>Makes an account with the code from an invitation.</summary>
public static class AcceptInvitation
{
    /// <summary>The code and a password.</summary>
    public sealed record Request
    {
        /// <summary>The code from the mail; capitals, spaces and dashes do not matter.</summary>
        /// <example>7K2MX-Q9D4T-0VBNC-5RWEH-J8G3P</example>
        [StringLength(100, MinimumLength = 1, ErrorMessage = "Give the code from your mail.")]
        public required string Code { get; init; }

        /// <summary>
        /// A password of your own, 12 to 128 characters, not one of the obvious ones and without your e-mail address. If you have an account with
        /// this address already, its password: the role is added to that account.
        /// </summary>
        /// <example>harbour lantern nineteen</example>
        [StringLength(PasswordRules.Longest, MinimumLength = 1, ErrorMessage = "Give a password, at most 128 characters.")]
        public required string Password { get; init; }

        /// <summary>Never the code or the password.</summary>
        public override string ToString() => "An acceptance";
    }

    /// <summary>The account; sign in next.</summary>
    public sealed record Answer
    {
        /// <summary>The account.</summary>
        public required AccountId AccountId { get; init; }

        /// <summary>The address to sign in with.</summary>
        /// <example>priya.shah@brightforge.example</example>
        public required string Email { get; init; }

        /// <summary>The roles it holds now.</summary>
        /// <example>["coordinator"]</example>
        public required IReadOnlyList<string> Roles { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/invitations/acceptance", Handle)
        .WithSummary("Make an account with the code from an invitation")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status429TooManyRequests)
        .RequireRateLimiting(RateLimits.Guessing).ForAnybody();

    private static async Task<Results<Ok<Answer>, ValidationProblem, ProblemHttpResult>> Handle(
        Request request, AccountsDb db, UserManager<Account> users, IServiceScopeFactory scopes, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var hash = InvitationCode.Hash(request.Code);
        // Before the invitation is locked, as leaving does it, so that the two never wait for each other.
        var invited = await db.Invitations.Where(i => i.CodeHash == hash).Select(i => new { i.MentorId, i.MenteeId }).SingleOrDefaultAsync(cancel);
        var hasLeft = await db.HasLeft(invited?.MentorId?.Value ?? invited?.MenteeId?.Value, cancel);
        // Locked, so that a code sent twice at once works once.
        var invitation = await db.Invitations.FromSql($"select *, xmin from invitations where code_hash = {hash} for update").SingleOrDefaultAsync(cancel);
        if (hasLeft || invitation is null || invitation.StateAt(now) != InvitationState.Open)
            return Problems.Of(StatusCodes.Status404NotFound, "This code does not work. It may have been used or taken back, or its two weeks are over. Ask whoever invited you for a new one.");

        var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == invitation.NormalizedEmail, cancel);
        var isNew = account is null;
        if (account is not null)
        {
            // In a scope of its own: a wrong password must be counted although this request is rolled back.
            await using var own = scopes.CreateAsyncScope();
            if (await own.ServiceProvider.GetRequiredService<PasswordCheck>().Check(invitation.Email, request.Password, cancel) is null)
                return Problems.Of(StatusCodes.Status401Unauthorized, "You have an account with this e-mail address already. Give its password to add the role to it. After five tries, wait 15 minutes.");
        }

        account ??= Account.For(invitation, now);
        var decision = account.TakeOn(invitation);
        if (!decision.IsRefused) decision = invitation.Accept(account, now);
        if (decision.IsRefused) return decision.AsConflict();
        if (isNew)
        {
            var made = await users.CreateAsync(account, PasswordRules.Normal(request.Password));
            if (!made.Succeeded) return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["password"] = [.. made.Errors.Select(e => e.Description)] });
        }

        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Answer { AccountId = new(account.Id), Email = account.Email!, Roles = account.Roles });
    }
}
