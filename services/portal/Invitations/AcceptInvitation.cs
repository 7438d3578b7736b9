using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Portal;

/// <summary>Accepts an invitation with its code: a young person joins with a PIN, staff go on to set up a second factor.</summary>
public static class AcceptInvitation
{
    /// <summary>The code, and what they will sign in with.</summary>
    public sealed record Request : IValidatableObject
    {
        /// <summary>The code from the mail; capitals, spaces and dashes do not matter.</summary>
        /// <example>7K2MX-Q9D4T-0VBNC-5RWEH-J8G3P</example>
        [StringLength(100, MinimumLength = 1, ErrorMessage = "Give the code from your mail.")]
        public required string Code { get; init; }

        /// <summary>
        /// Staff: a password of your own, 12 to 128 characters, not one of the obvious ones and without your e-mail address. If you have an account with
        /// this address already, its password.
        /// </summary>
        /// <example>harbour lantern nineteen</example>
        [StringLength(PasswordRules.Longest, MinimumLength = 1, ErrorMessage = "Give a password, at most 128 characters.")]
        public string? Password { get; init; }

        /// <summary>Young people: a PIN of your own, 6 to 12 digits, not one of the obvious ones.</summary>
        /// <example>258014</example>
        [StringLength(40, MinimumLength = 1, ErrorMessage = "Give a PIN of 6 digits.")]
        public string? Pin { get; init; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Password is null == Pin is null) yield return new("Give a password if you are invited as staff, or a PIN if you are a young person; one of the two.", [nameof(Password)]);
        }

        /// <summary>Never the code, the password or the PIN.</summary>
        public override string ToString() => "An acceptance";
    }

    /// <summary>You have joined, or this is left to do.</summary>
    public sealed record Answer
    {
        /// <summary>The account; null while something is left to do, because there is none before.</summary>
        public required AccountId? AccountId { get; init; }

        /// <summary>The address to sign in with.</summary>
        /// <example>priya.shah@brightforge.example</example>
        public required string? Email { get; init; }

        /// <summary>The roles it holds now.</summary>
        /// <example>["coordinator"]</example>
        public required IReadOnlyList<string> Roles { get; init; }

        /// <summary>Your sign-in, as from <c>POST /api/sign-in</c>; null while something is left to do, and for an account that you had before.</summary>
        public required string? Session { get; init; }

        /// <summary>When the sign-in ends, UTC.</summary>
        public required DateTimeOffset? ExpiresAt { get; init; }

        /// <summary>Ten codes for the day when the authenticator is lost; each works once, and nobody can see them again. Print them.</summary>
        /// <example>["7K2M-Q9D4-0VBN-5RWE"]</example>
        public required IReadOnlyList<string> RecoveryCodes { get; init; }

        /// <summary>What is left to do; null when you have joined.</summary>
        public required SecondFactorToSetUp? Next { get; init; }
    }

    /// <summary>Set up a second factor at <c>POST /api/invitations/enrolment</c>.</summary>
    public sealed record SecondFactorToSetUp
    {
        /// <summary>Goes with the next call; works for 30 minutes and five tries. Should it run out, begin again with the code from the mail.</summary>
        /// <example>pY2n0Jp1mC3lPYVYk3q1N0cS0mB8h5u3dE4r6T7y8U9</example>
        public required string Step { get; init; }

        /// <summary>The key for an authenticator app, in base 32.</summary>
        /// <example>JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP</example>
        public required string Key { get; init; }

        /// <summary>The same as an address that apps read, for instance from a QR code.</summary>
        /// <example>otpauth://totp/Mentoring:priya.shah%40brightforge.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&amp;issuer=Mentoring</example>
        public required string Address { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/invitations/acceptance", Handle)
        .WithSummary("Accept an invitation with its code")
        .WithDescription("A young person has joined with it and is signed in. Staff get the key for an authenticator app and confirm it with POST /api/invitations/enrolment; before that no account is made and the code is not used up.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).RequireRateLimiting(RateLimits.Guessing).WithMetadata(OwnTransaction.Mark).ForAnybody();

    private static async Task<Results<Ok<Answer>, ValidationProblem, ProblemHttpResult>> Handle(Request request, HttpContext http, Joining joining, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var handle = await joining.Open(request.Code, cancel);
        if (handle is null || await joining.Look(handle, cancel) is not { } invited) return Problems.Of(JoinAnswer.Closed.Status, JoinAnswer.Closed.Refusal!);
        var answer = request.Pin is { } pin ? await joining.GivePin(handle, pin, cancel) : await joining.GivePassword(handle, request.Password!, cancel);
        return Said(answer, invited.Email);
    }

    internal static Results<Ok<Answer>, ValidationProblem, ProblemHttpResult> Said(JoinAnswer answer, string? email)
    {
        if (answer is { Refusal: { } wrong, Field: { } field, Status: StatusCodes.Status400BadRequest }) return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [wrong] });
        if (answer.Refusal is { } refusal) return Problems.Of(answer.Status, refusal);
        return TypedResults.Ok(new Answer
        {
            AccountId = answer.Account is { } account ? new AccountId(account.Id) : null,
            Email = answer.Account?.Email ?? email,
            Roles = answer.Account?.Roles ?? [],
            Session = answer.In?.Handle,
            ExpiresAt = answer.In?.ExpiresAt,
            RecoveryCodes = answer.RecoveryCodes,
            Next = answer.Handle is { } step ? new() { Step = step, Key = TimeCode.Text(answer.Key), Address = TimeCode.Address(answer.Key, email!) } : null,
        });
    }
}

/// <summary>Sets up the second factor that an invitation asks for, and makes the account.</summary>
public static class EnrolSecondFactor
{
    /// <summary>A code from the app.</summary>
    public sealed record Request
    {
        /// <summary>The step from <c>POST /api/invitations/acceptance</c>.</summary>
        /// <example>pY2n0Jp1mC3lPYVYk3q1N0cS0mB8h5u3dE4r6T7y8U9</example>
        [StringLength(100, MinimumLength = 1, ErrorMessage = "Give the step from accepting the invitation.")]
        public required string Step { get; init; }

        /// <summary>The six digits that the app shows now.</summary>
        /// <example>287082</example>
        [StringLength(20, MinimumLength = 1, ErrorMessage = "Give the six digits that the app shows.")]
        public required string Code { get; init; }

        /// <summary>Never the code.</summary>
        public override string ToString() => "An enrolment";
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/invitations/enrolment", Handle)
        .WithSummary("Confirm your authenticator app and join")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).RequireRateLimiting(RateLimits.Guessing).WithMetadata(OwnTransaction.Mark).ForAnybody();

    private static async Task<Results<Ok<AcceptInvitation.Answer>, ValidationProblem, ProblemHttpResult>> Handle(Request request, HttpContext http, Joining joining, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return AcceptInvitation.Said(await joining.GiveCode(request.Step, request.Code, cancel), email: null);
    }
}
