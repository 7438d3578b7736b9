using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal;

/// <summary>
/// Staff who forgot their password choose a new one with a code from their mail, in the browser that asked, within half an hour. It signs nobody in: the
/// second factor is asked for as always. The answer is the same for an address that nobody has.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="steps">What is half done.</param>
/// <param name="passwords">Hashes passwords.</param>
/// <param name="post">The mail.</param>
/// <param name="clock">The clock.</param>
public sealed class PasswordReset(AccountsDb db, SignInSteps steps, PasswordCheck passwords, Post post, TimeProvider clock)
{
    private sealed record Mailed(string Code, string Email);

    /// <summary>Mails a code to the address if a password goes with it. The handle looks the same either way.</summary>
    public async Task<string> Ask(string email, CancellationToken cancel)
    {
        var normal = Inviting.Normal(email);
        var mayMail = await SignInTries.Take(db, normal, clock.GetUtcNow(), cancel, TryLimit.Mail, TryLimit.MailsInADay);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, cancel);
        if (account is not { PasswordHash: not null, DisabledAt: null }) account = null;
        var code = ComingIn.Digits(8);
        var handle = steps.Begin(StepPurpose.PasswordReset, account?.Id, new Mailed(code, email), SignInStep.LongLife);
        post.Write(Letters.PasswordCode(mayMail && account is not null ? account.Email! : string.Empty, code), until: clock.GetUtcNow() + SignInStep.LongLife);
        await db.SaveChangesAsync(cancel);
        return handle;
    }

    /// <summary>Whether there is still time and a try left.</summary>
    public async Task<bool> IsOpen(string? handle, CancellationToken cancel) => await steps.Look(handle, StepPurpose.PasswordReset, cancel) is not null;

    /// <summary>Why a password will not do, before the code is looked at; null when it will, or when the step is over.</summary>
    public async Task<string?> Refusal(string? handle, string password, CancellationToken cancel) =>
        await steps.Look(handle, StepPurpose.PasswordReset, cancel) is { } step ? PasswordRules.Refusal(PasswordRules.Normal(password), steps.Read<Mailed>(step).Email) : null;

    /// <summary>Changes the password, and ends every sign-in of the account. Null when the step is over, false when the code is wrong.</summary>
    public async Task<bool?> Change(string? handle, string code, string password, CancellationToken cancel)
    {
        if (await steps.Try(handle, StepPurpose.PasswordReset, cancel) is not { } step) return null;
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == step.AccountId, cancel);
        if (!ComingIn.Same(steps.Read<Mailed>(step).Code, PinRules.Normal(code)) || account is null) return false;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await steps.Use(step, cancel)) return null;
        account.Lock(passwordHash: passwords.Hash(account, PasswordRules.Normal(password)));
        await db.SignIns.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        await SignInTries.Forget(db, account.NormalizedUserName!, cancel, TryLimit.Password);
        post.Write(Letters.Changed(account, "Your password was changed, with a code from this mailbox.", clock.GetUtcNow()), clock.GetUtcNow().AddDays(2));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}

/// <summary>Mails a code to staff who forgot their password.</summary>
public static class AskForNewPassword
{
    /// <summary>To whom.</summary>
    public sealed record Request
    {
        /// <summary>The account's e-mail address; capitals do not matter.</summary>
        /// <example>sam.okafor@programme.example</example>
        [StringLength(254, MinimumLength = 1, ErrorMessage = "Give your e-mail address, at most 254 characters.")]
        public required string Email { get; init; }

        /// <summary>Never the address.</summary>
        public override string ToString() => "A wish for a new password";
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/passwords/codes", Handle)
        .WithSummary("Ask for a code to choose a new password with")
        .WithDescription("The answer is the same for an address that nobody has; no mail goes there. Young people have no password; their caseworker lets them choose a new PIN.")
        .ProducesProblem(StatusCodes.Status429TooManyRequests).RequireRateLimiting(RateLimits.Guessing).WithMetadata(OwnTransaction.Mark).ForAnybody();

    private static async Task<Accepted<AskForCode.Answer>> Handle(Request request, HttpContext http, PasswordReset reset, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Accepted((string?)null, new AskForCode.Answer { Step = await reset.Ask(request.Email, cancel) });
    }
}

/// <summary>Chooses a new password with a code from the mail.</summary>
public static class ChooseNewPassword
{
    /// <summary>The code and the password.</summary>
    public sealed record Request
    {
        /// <summary>The step from <c>POST /api/passwords/codes</c>; works for 30 minutes and five tries.</summary>
        /// <example>pY2n0Jp1mC3lPYVYk3q1N0cS0mB8h5u3dE4r6T7y8U9</example>
        [StringLength(100, MinimumLength = 1, ErrorMessage = "Give the step from asking for a code.")]
        public required string Step { get; init; }

        /// <summary>The eight digits from the mail.</summary>
        /// <example>28 70 82 11</example>
        [StringLength(40, MinimumLength = 1, ErrorMessage = "Give the code from your mail.")]
        public required string Code { get; init; }

        /// <summary>The new password, 12 to 128 characters.</summary>
        /// <example>harbour lantern nineteen</example>
        [StringLength(PasswordRules.Longest, MinimumLength = 1, ErrorMessage = "Give a password, at most 128 characters.")]
        public required string Password { get; init; }

        /// <summary>Never what it holds.</summary>
        public override string ToString() => "A new password";
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/passwords", Handle)
        .WithSummary("Choose a new password with a code from your mail")
        .WithDescription("Signs you out everywhere, and in nowhere: sign in next, with your second factor.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests)
        .RequireRateLimiting(RateLimits.Guessing).WithMetadata(OwnTransaction.Mark).ForAnybody();

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Request request, PasswordReset reset, CancellationToken cancel)
    {
        if (await reset.Refusal(request.Step, request.Password, cancel) is { } refusal) return Problems.Invalid(refusal);
        return await reset.Change(request.Step, request.Code, request.Password, cancel) switch
        {
            true => TypedResults.NoContent(),
            false => Problems.Of(StatusCodes.Status401Unauthorized, "That code is not right. Look at the newest mail."),
            null => Problems.Of(StatusCodes.Status401Unauthorized, ComeIn.Over),
        };
    }
}
