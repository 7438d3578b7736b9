using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mentoring.Shared.Messaging;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Mentoring.Portal;

/// <summary>
/// An OpenID Connect provider by which staff may sign in instead of here, such as the organisation's own; settings <c>Oidc:Authority</c>,
/// <c>Oidc:ClientId</c>, <c>Oidc:ClientSecret</c> and <c>Oidc:Name</c>, and none without an authority. Authorization code with PKCE
/// (OpenID Connect Core 1.0 section 3.1, RFC 7636). Which second factor is asked for is the provider's business then. It opens accounts of staff that are there,
/// found by an e-mail address which the provider says it has verified; it makes none, and a young person's never.
/// </summary>
/// <param name="configuration">The settings.</param>
/// <param name="portal">Where the provider sends people back to.</param>
/// <param name="metadata">The provider's addresses and keys.</param>
/// <param name="clients">HTTP, with Polly around it.</param>
/// <param name="db">The accounts.</param>
/// <param name="steps">What is half done.</param>
/// <param name="comingIn">Signs in.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Says why it failed, never for whom.</param>
public sealed class OutsideProvider(
    IConfiguration configuration, PortalAddress portal, OutsideProvider.Metadata metadata, IHttpClientFactory clients, AccountsDb db, SignInSteps steps, ComingIn comingIn, TimeProvider clock, ILogger<OutsideProvider> log)
{
    /// <summary>Where the provider sends people back to.</summary>
    public const string BackPath = "/sign-in/outside/back";

    internal const string Client = "outside-provider";

    private sealed record Asked(string State, string Nonce, string Verifier, string? Next);

    /// <summary>What it is called; null without one.</summary>
    public string? Name => configuration["Oidc:Authority"] is { Length: > 0 } ? configuration["Oidc:Name"] ?? "your organisation" : null;

    private string ClientId => configuration["Oidc:ClientId"] ?? throw new SettingException("Set Oidc:ClientId to the id that the provider in Oidc:Authority has given this portal.");

    private string BackAddress => portal.Text + BackPath;

    /// <summary>The handle of a step, and the provider's page to go to. Null when it cannot be reached.</summary>
    public async Task<(string Handle, string Address)?> Begin(string? next, CancellationToken cancel)
    {
        if (await Read(cancel) is not { } provider) return null;
        var asked = new Asked(Random(), Random(), Random(), next);
        var handle = steps.Begin(StepPurpose.Outside, account: null, asked, SignInStep.Life);
        await db.SaveChangesAsync(cancel);
        return (handle, QueryHelpers.AddQueryString(provider.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = ClientId,
            ["redirect_uri"] = BackAddress,
            ["scope"] = "openid email",
            ["state"] = asked.State,
            ["nonce"] = asked.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(asked.Verifier))),
            ["code_challenge_method"] = "S256",
        }));
    }

    /// <summary>Signs in with what the provider sent back, and says where its owner wanted to go.</summary>
    public async Task<(Admission Admission, string? Next)> Finish(string? handle, string? state, string? code, CancellationToken cancel)
    {
        if (await steps.Try(handle, StepPurpose.Outside, cancel) is not { } step) return (Admission.Over, null);
        var asked = steps.Read<Asked>(step);
        if (code is not { Length: > 0 } || !ComingIn.Same(asked.State, state ?? string.Empty) || !await steps.Use(step, cancel)) return (Admission.No, asked.Next);
        if (await Exchange(code, asked, cancel) is not { } email) return (Admission.No, asked.Next);
        var normal = Inviting.Normal(email);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, cancel);
        return (account is { IsYoung: false, IsOpen: true } ? await comingIn.Admit(account, cancel) : Admission.No, asked.Next);
    }

    // The verified address in the provider's ID token; null for anything else.
    private async Task<string?> Exchange(string code, Asked asked, CancellationToken cancel)
    {
        if (await Read(cancel) is not { } provider) return null;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = BackAddress,
            ["client_id"] = ClientId,
            ["client_secret"] = configuration["Oidc:ClientSecret"] ?? string.Empty,
            ["code_verifier"] = asked.Verifier,
        });
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.PostAsync(new Uri(provider.TokenEndpoint), form, cancel);
            if (!response.IsSuccessStatusCode) return Failed($"its token endpoint answered {(int)response.StatusCode}");
            var token = (await response.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("id_token").GetString();
            var now = clock.GetUtcNow().UtcDateTime;
            var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
            {
                ValidIssuer = provider.Issuer,
                ValidAudience = ClientId,
                IssuerSigningKeys = provider.SigningKeys,
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
                RequireExpirationTime = true,
                LifetimeValidator = (from, until, _, _) => until > now.AddMinutes(-1) && (from is null || from < now.AddMinutes(1)),
            });
            if (!result.IsValid) return Failed("its ID token is not valid");
            var claims = (JsonWebToken)result.SecurityToken;
            if (!claims.TryGetPayloadValue<string>("nonce", out var nonce) || !ComingIn.Same(asked.Nonce, nonce)) return Failed("its ID token answers another question");
            if (claims.Audiences.Skip(1).Any() && (!claims.TryGetPayloadValue<string>("azp", out var party) || party != ClientId)) return Failed("its ID token is for somebody else too");
            return claims.TryGetPayloadValue<bool>("email_verified", out var verified) && verified && claims.TryGetPayloadValue<string>("email", out var email) ? email : Failed("it has not verified an e-mail address");
        }
        catch (Exception failed) when (failed is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException)
        {
            return Failed(failed.GetType().Name);
        }
    }

    private async Task<OpenIdConnectConfiguration?> Read(CancellationToken cancel)
    {
        try
        {
            return await metadata.Get(cancel);
        }
        catch (Exception failed) when (failed is InvalidOperationException or IOException or HttpRequestException)
        {
            Failed("it does not answer");
            return null;
        }
    }

    private string? Failed(string why)
    {
        log.LogWarning("Signing in by the outside provider failed: {Why}", why);
        return null;
    }

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>The provider's addresses and keys, read from its discovery document and kept for a day.</summary>
    /// <param name="configuration">The settings.</param>
    public sealed class Metadata(IConfiguration configuration)
    {
        private ConfigurationManager<OpenIdConnectConfiguration>? manager;

        /// <summary>They, now.</summary>
        public Task<OpenIdConnectConfiguration> Get(CancellationToken cancel)
        {
            var authority = configuration["Oidc:Authority"]!.TrimEnd('/');
            manager ??= new(authority + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = !new Uri(authority).IsLoopback });
            return manager.GetConfigurationAsync(cancel);
        }
    }
}
