using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mentoring.Portal;

/// <summary>Signs somebody in, with two things that they know or hold.</summary>
public static class ComeIn
{
    // One sentence for whatever was wrong, somebody unknown, a shut account and too many tries, so that it tells nothing about who has an account.
    internal const string No = "That does not fit together, or there were too many tries. Check all of it. After five tries, wait 15 minutes.";

    internal const string Over = "That took too long or too many tries, or was used before. Ask for a new code.";

    /// <summary>Staff: email, password and code. Young people: step, pin and code. With a passkey: step and credential.</summary>
    public sealed record Request : IValidatableObject
    {
        /// <summary>Staff: the account's e-mail address; capitals do not matter.</summary>
        /// <example>sam.okafor@programme.example</example>
        [StringLength(254, MinimumLength = 1, ErrorMessage = "Give your e-mail address, at most 254 characters.")]
        public string? Email { get; init; }

        /// <summary>Staff: the password.</summary>
        /// <example>harbour lantern nineteen</example>
        [StringLength(PasswordRules.Longest, MinimumLength = 1, ErrorMessage = "Give your password, at most 128 characters.")]
        public string? Password { get; init; }

        /// <summary>Staff: the six digits of the authenticator, or a recovery code. Young people: the six digits from the mail.</summary>
        /// <example>287082</example>
        [StringLength(40, MinimumLength = 1, ErrorMessage = "Give the code.")]
        public string? Code { get; init; }

        /// <summary>Young people: the PIN.</summary>
        [StringLength(40, MinimumLength = 1, ErrorMessage = "Give your PIN.")]
        public string? Pin { get; init; }

        /// <summary>The step from <c>POST /api/sign-in/codes</c> or <c>POST /api/sign-in/passkeys</c>.</summary>
        [StringLength(100, MinimumLength = 1, ErrorMessage = "Give the step from asking for a code or passkey.")]
        public string? Step { get; init; }

        /// <summary>What <c>navigator.credentials.get()</c> answered, as JSON (PublicKeyCredential.toJSON).</summary>
        public JsonElement? Credential { get; init; }

        /// <inheritdoc/>
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            var staff = this is { Email: not null, Password: not null, Code: not null, Pin: null, Step: null, Credential: null };
            var young = this is { Step: not null, Pin: not null, Code: not null, Email: null, Password: null, Credential: null };
            var passkey = this is { Step: not null, Credential: not null, Email: null, Password: null, Code: null, Pin: null };
            if (!staff && !young && !passkey) yield return new("Give email, password and code; or step, pin and code; or step and credential.", [nameof(Code)]);
        }

        /// <summary>Never what it holds.</summary>
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
        .WithSummary("Sign in")
        .WithDescription("Staff with password and authenticator code, young people with PIN and a code from their mail, everybody with a passkey. Answers the same, in the same time, for something wrong and for somebody unknown. Five tries in 15 minutes for each address.")
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests)
        .RequireRateLimiting(RateLimits.Guessing).WithMetadata(OwnTransaction.Mark).ForAnybody();

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(Request request, HttpContext http, ComingIn comingIn, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var admission = request switch
        {
            { Password: { } password } => await comingIn.WithPassword(request.Email!, password, request.Code!, cancel),
            { Pin: { } pin } => await comingIn.WithPin(request.Step, pin, request.Code!, cancel),
            _ => await comingIn.WithPasskey(request.Step, request.Credential!.Value.GetRawText(), cancel),
        };
        return admission.Handle is { } handle
            ? TypedResults.Ok(new Answer { Session = handle, ExpiresAt = admission.ExpiresAt })
            : Problems.Of(StatusCodes.Status401Unauthorized, admission.IsOver ? Over : No);
    }
}

/// <summary>Mails a young person a code to sign in with.</summary>
public static class AskForCode
{
    /// <summary>To whom.</summary>
    public sealed record Request
    {
        /// <summary>The account's e-mail address; capitals do not matter.</summary>
        /// <example>jo.bell@young.example</example>
        [StringLength(254, MinimumLength = 1, ErrorMessage = "Give your e-mail address, at most 254 characters.")]
        public required string Email { get; init; }

        /// <summary>Never the address.</summary>
        public override string ToString() => "A wish for a code";
    }

    /// <summary>If there is such a young person, a code is on its way.</summary>
    public sealed record Answer
    {
        /// <summary>Goes with the code; works for ten minutes, five tries and one sign-in.</summary>
        /// <example>pY2n0Jp1mC3lPYVYk3q1N0cS0mB8h5u3dE4r6T7y8U9</example>
        public required string Step { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/sign-in/codes", Handle)
        .WithSummary("Ask for a code by mail, as a young person")
        .WithDescription("The answer is the same for an address that nobody has; no mail goes there.")
        .ProducesProblem(StatusCodes.Status429TooManyRequests).RequireRateLimiting(RateLimits.Guessing).WithMetadata(OwnTransaction.Mark).ForAnybody();

    private static async Task<Accepted<Answer>> Handle(Request request, HttpContext http, ComingIn comingIn, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Accepted((string?)null, new Answer { Step = await comingIn.AskForCode(request.Email, cancel) });
    }
}

/// <summary>Says what a browser is to ask its passkeys.</summary>
public static class AskForPasskey
{
    /// <summary>For <c>navigator.credentials.get()</c>.</summary>
    public sealed record Answer
    {
        /// <summary>Goes with the credential; works for ten minutes, five tries and one sign-in.</summary>
        /// <example>pY2n0Jp1mC3lPYVYk3q1N0cS0mB8h5u3dE4r6T7y8U9</example>
        public required string Step { get; init; }

        /// <summary>The public-key request options (PublicKeyCredential.parseRequestOptionsFromJSON).</summary>
        public required JsonElement Options { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/sign-in/passkeys", Handle)
        .WithSummary("Ask for a passkey")
        .ProducesProblem(StatusCodes.Status429TooManyRequests).RequireRateLimiting(RateLimits.Guessing).WithMetadata(OwnTransaction.Mark).ForAnybody();

    private static async Task<Ok<Answer>> Handle(HttpContext http, ComingIn comingIn, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var (step, options) = await comingIn.AskForPasskey(cancel);
        return TypedResults.Ok(new Answer { Step = step, Options = JsonElement.Parse(options) });
    }
}
