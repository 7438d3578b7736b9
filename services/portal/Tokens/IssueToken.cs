using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Mentoring.Portal;

/// <summary>Gives somebody signed in an access token for one service.</summary>
public static class IssueToken
{
    /// <summary>Which service.</summary>
    public sealed record Request
    {
        /// <summary><c>mentor</c>, <c>mentee</c>, <c>matching</c>, <c>session</c>, <c>safeguarding</c> or <c>portal</c>.</summary>
        /// <example>matching</example>
        [AllowedValues("mentor", "mentee", "matching", "session", "safeguarding", "portal", ErrorMessage = "An audience is one of mentor, mentee, matching, session, safeguarding, portal.")]
        public required string Audience { get; init; }
    }

    /// <summary>The token.</summary>
    public sealed record Answer
    {
        /// <summary>Send it to that service as <c>Authorization: Bearer …</c>.</summary>
        /// <example>eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6Ii4uLiJ9.e30.c2lnbmF0dXJl</example>
        public required string AccessToken { get; init; }

        /// <summary>Always <c>Bearer</c> (RFC 6750).</summary>
        /// <example>Bearer</example>
        public required string TokenType { get; init; }

        /// <summary>Seconds until it dies; get another with the same session.</summary>
        /// <example>300</example>
        public required int ExpiresIn { get; init; }
    }

    // Tokens are secrets and cost nothing to make again, so none is kept with an Idempotency-Key.
    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/tokens", Handle)
        .WithSummary("Get an access token for one service")
        .WithDescription("Five minutes, one audience. Says which roles you hold and whose record is yours, as they stand now.")
        .WithMetadata(OwnTransaction.Mark).OnlyWithSession().ForEverybodySignedIn();

    private static async Task<Results<Ok<Answer>, UnauthorizedHttpResult>> Handle(Request request, HttpContext http, Caller caller, AccountsDb db, AccessTokens tokens, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == caller.Account.Value, cancel);
        if (account is null) return TypedResults.Unauthorized();
        return TypedResults.Ok(new Answer
        {
            AccessToken = await tokens.For(account, http.User.SignIn(), request.Audience, cancel),
            TokenType = "Bearer",
            ExpiresIn = (int)AccessTokens.Life.TotalSeconds,
        });
    }
}

/// <summary>Makes access tokens: JWTs after RFC 9068, signed with ES256, five minutes, one audience.</summary>
/// <param name="keys">The keys.</param>
/// <param name="configuration"><c>Auth:Issuer</c>.</param>
/// <param name="clock">The clock.</param>
public sealed class AccessTokens(SigningKeys keys, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>How long a token lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token with which an account, signed in, can call one service.</summary>
    public async Task<string> For(Account account, SignInId signIn, string audience, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (key, secret) = await keys.Current(cancel);
        using (secret)
        {
            var claims = account.Says().GroupBy(c => c.Type, StringComparer.Ordinal)
                .ToDictionary(c => c.Key, c => c.Key == Claims.Role ? c.Select(v => v.Value).ToArray() : (object)c.Single().Value, StringComparer.Ordinal);
            claims["jti"] = Guid.CreateVersion7().ToString();
            claims["client_id"] = "portal";
            claims[Authentication.SignInClaim] = signIn.ToString();
            return Handler.CreateToken(new SecurityTokenDescriptor
            {
                TokenType = "at+jwt",
                Issuer = configuration["Auth:Issuer"],
                Audience = audience,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + Life,
                Claims = claims,
                // The factory would keep the key, which is disposed here.
                SigningCredentials = new SigningCredentials(
                    new ECDsaSecurityKey(secret) { KeyId = key.Kid, CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
                    SecurityAlgorithms.EcdsaSha256),
            });
        }
    }
}
