using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Mentoring.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Mentoring.Portal;

/// <summary>
/// How callers show who they are here: to the API with the handle of their sign-in (<c>Authorization: Session …</c>) or with an
/// access token for the audience <c>portal</c>; to the pages with the handle in a cookie, which the API never looks at. Each
/// way the account and the sign-in are read on every request, so that shutting one, changing its roles or signing out acts on the next.
/// </summary>
public static class Authentication
{
    /// <summary>The scheme of the sign-in's handle.</summary>
    public const string Session = "Session";

    /// <summary>The scheme of the handle in a browser's cookie, for pages only.</summary>
    public const string Cookie = "Cookie";

    /// <summary>The claim that names the sign-in.</summary>
    public const string SignInClaim = "sid";

    private const string Either = "CookieOrSessionOrToken";

    // Programs ask here, and say who they are in a header: a browser that is sent here by another site says nothing.
    private static readonly PathString[] ForPrograms = ["/api", "/.well-known", "/openapi", "/health"];

    /// <summary>Adds all ways.</summary>
    public static IServiceCollection AddPortalAuthentication(this IServiceCollection services)
    {
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, displayName: null, options => options.ForwardDefaultSelector = Which)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(Session, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, CookieAuthentication>(Cookie, configureOptions: null);
        services.AddSingleton<OwnKeys>();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<OwnKeys, TimeProvider>((jwt, keys, clock) =>
        {
            jwt.Authority = null;
            jwt.ConfigurationManager = keys;
            jwt.TokenValidationParameters.LifetimeValidator = (from, until, _, rules) =>
                until is { } end && end + rules.ClockSkew > clock.GetUtcNow().UtcDateTime && (from is not { } start || start - rules.ClockSkew <= clock.GetUtcNow().UtcDateTime);
            jwt.Events = new JwtBearerEvents { OnTokenValidated = AskAccount };
        });
        return services;
    }

    /// <summary>Only with the handle of a sign-in: an access token cannot get another, longer or wider one.</summary>
    public static TBuilder OnlyWithSession<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = Session });

    /// <summary>The sign-in that a request comes with.</summary>
    public static SignInId SignIn(this ClaimsPrincipal user) => SignInId.Parse(user.FindFirst(SignInClaim)!.Value, provider: null);

    /// <summary>Whether an address is for programs, and not for people with a browser.</summary>
    public static bool IsForPrograms(PathString path) => ForPrograms.Any(p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    private static string Which(HttpContext context) =>
        !IsForPrograms(context.Request.Path) ? Cookie
        : context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? JwtBearerDefaults.AuthenticationScheme
        : Session;

    internal static ClaimsPrincipal Principal(Account account, SignInId signIn, string scheme) =>
        new(new ClaimsIdentity([.. account.Says(), new(SignInClaim, signIn.ToString())], scheme, "sub", Claims.Role));

    internal static async Task<(SignIn SignIn, Account Account)?> Find(AccountsDb db, IQueryable<SignIn> which, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await which.Where(s => s.ExpiresAt > now)
            .Join(db.Accounts, s => s.AccountId, a => a.Id, (s, a) => new { SignIn = s, Account = a })
            .AsNoTracking().SingleOrDefaultAsync(cancel);
        return found is { Account.IsOpen: true } ? (found.SignIn, found.Account) : null;
    }

    private static async Task AskAccount(TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var db = services.GetRequiredService<AccountsDb>();
        if (SignInId.TryParse(context.Principal?.FindFirst(SignInClaim)?.Value, provider: null, out var id)
            && await Find(db, db.SignIns.Where(s => s.Id == id), services.GetRequiredService<TimeProvider>().GetUtcNow(), context.HttpContext.RequestAborted) is { } found
            && found.Account.Id.ToString() == context.Principal!.FindFirst("sub")?.Value)
            context.Principal = Principal(found.Account, id, JwtBearerDefaults.AuthenticationScheme);
        else
            context.Fail("The sign-in that this token came from is over.");
    }

    /// <summary>The portal checks tokens for itself with the keys in its database instead of calling itself over HTTP.</summary>
    /// <param name="scopes">A scope a look.</param>
    /// <param name="configuration"><c>Auth:Issuer</c>.</param>
    public sealed class OwnKeys(IServiceScopeFactory scopes, IConfiguration configuration) : IConfigurationManager<OpenIdConnectConfiguration>
    {
        /// <inheritdoc/>
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
        {
            await using var scope = scopes.CreateAsyncScope();
            var own = new OpenIdConnectConfiguration { Issuer = configuration["Auth:Issuer"] };
            foreach (var key in await scope.ServiceProvider.GetRequiredService<SigningKeys>().Published(cancel)) own.SigningKeys.Add(key.Public());
            return own;
        }

        /// <inheritdoc/>
        public void RequestRefresh()
        {
            // Nothing is kept, so there is nothing to read again.
        }
    }
}

/// <summary>Reads <c>Authorization: Session …</c>.</summary>
/// <param name="options">None.</param>
/// <param name="logger">For the framework.</param>
/// <param name="encoder">For the framework.</param>
/// <param name="db">The accounts.</param>
/// <param name="clock">The clock.</param>
public sealed class SessionAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccountsDb db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !header.Scheme.Equals(Authentication.Session, StringComparison.OrdinalIgnoreCase)
            || header.Parameter is not { Length: > 0 and <= 100 } handle)
            return AuthenticateResult.NoResult();

        var hash = SignIn.Hash(handle);
        return await Authentication.Find(db, db.SignIns.Where(s => s.HandleHash == hash), clock.GetUtcNow(), Context.RequestAborted) is { } found
            ? AuthenticateResult.Success(new(Authentication.Principal(found.Account, found.SignIn.Id, Authentication.Session), Authentication.Session))
            : AuthenticateResult.Fail("This sign-in is over or was never there.");
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.Append("WWW-Authenticate", Authentication.Session);
        return Problems.Of(StatusCodes.Status401Unauthorized, "Sign in at POST /api/sign-in and send what you get as Authorization: Session …; or send an access token for portal as Authorization: Bearer …").ExecuteAsync(Context);
    }
}
