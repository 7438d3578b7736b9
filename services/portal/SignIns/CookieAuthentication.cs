using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Mentoring.Portal;

/// <summary>Reads the handle of a sign-in from a browser's cookie. Pages only: <see cref="Authentication"/> never asks it for the API.</summary>
/// <param name="options">None.</param>
/// <param name="logger">For the framework.</param>
/// <param name="encoder">For the framework.</param>
/// <param name="db">The accounts.</param>
/// <param name="clock">The clock.</param>
public sealed class CookieAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccountsDb db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Where somebody who is not signed in is sent.</summary>
    public const string SignInPage = "/sign-in";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.HeldSignIn() is not { } handle) return AuthenticateResult.NoResult();
        var hash = SignIn.Hash(handle);
        return await Authentication.Find(db, db.SignIns.Where(s => s.HandleHash == hash), clock.GetUtcNow(), Context.RequestAborted) is { } found
            ? AuthenticateResult.Success(new(Authentication.Principal(found.Account, found.SignIn.Id, Authentication.Cookie), Authentication.Cookie))
            : AuthenticateResult.Fail("This sign-in is over or was never there.");
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // There is no such page, whoever asks.
        if (Context.GetEndpoint() is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // What was typed comes back with the words to sign in.
        if (HeldForm.MayBeHeld(Request))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        // Back to the page, not to what was to be done on it.
        var asked = QueryHelpers.ParseQuery(Request.QueryString.Value).Where(q => !q.Key.Equals("handler", StringComparison.OrdinalIgnoreCase));
        var next = QueryHelpers.AddQueryString(Request.PathBase + Request.Path, asked);
        Response.StatusCode = HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method) ? StatusCodes.Status302Found : StatusCodes.Status303SeeOther;
        Response.Headers.Location = QueryHelpers.AddQueryString(SignInPage, "next", next);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

/// <summary>The cookies a browser holds for signing in. They end with the browser, are for this host alone, and no script reads them.</summary>
public static class SignInCookies
{
    /// <summary>The handle of the sign-in.</summary>
    public const string SignIn = "__Host-mentoring";

    /// <summary>The handle of what is half done on the way in.</summary>
    public const string Step = "__Host-mentoring-step";

    private static readonly CookieOptions Options = new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    /// <summary>The handle of the sign-in that this browser holds; null without one.</summary>
    public static string? HeldSignIn(this HttpContext http) => Held(http, SignIn);

    /// <summary>Has the browser hold the handle of its sign-in.</summary>
    public static void HoldSignIn(this HttpContext http, string handle) => http.Response.Cookies.Append(SignIn, handle, Options);

    /// <summary>Has the browser forget its sign-in.</summary>
    public static void ForgetSignIn(this HttpContext http) => http.Response.Cookies.Delete(SignIn, Options);

    /// <summary>The handle of what this browser has half done; null without one.</summary>
    public static string? HeldStep(this HttpContext http) => Held(http, Step);

    /// <summary>Has the browser hold the handle of what is half done, in place of one before.</summary>
    public static void HoldStep(this HttpContext http, string handle) => http.Response.Cookies.Append(Step, handle, Options);

    /// <summary>Has the browser forget what was half done.</summary>
    public static void ForgetStep(this HttpContext http) => http.Response.Cookies.Delete(Step, Options);

    private static string? Held(HttpContext http, string name) => http.Request.Cookies[name] is { Length: > 0 and <= 100 } handle ? handle : null;

    /// <summary>A page of ours to go to after signing in; the start page for anything else, so that nobody is led away.</summary>
    public static string LocalOrHome(string? next) =>
        next is ['/', ..] && next is not ['/', '/' or '\\', ..] && !next.Any(char.IsControl) && !next.StartsWith(CookieAuthentication.SignInPage, StringComparison.OrdinalIgnoreCase) ? next : "/";
}
