using System.Net;
using System.Security.Cryptography;
using System.Text;
using Mentoring.Shared;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class OutsideProviderTests(OutsideProviderTests.Own portal) : IClassFixture<OutsideProviderTests.Own>
{
    public sealed class Own : PortalService
    {
        public Provider Provider { get; } = new();

        public override async ValueTask InitializeAsync()
        {
            await Provider.Start();
            await base.InitializeAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Provider.DisposeAsync();
        }

        protected override IEnumerable<KeyValuePair<string, string>> Settings() =>
            [.. base.Settings(), new("Oidc:Authority", Provider.Address), new("Oidc:ClientId", "mentoring"), new("Oidc:ClientSecret", "a secret of two"), new("Oidc:Name", "Staff Account")];
    }

    [Fact]
    public async Task Staff_sign_in_by_the_provider_when_it_has_verified_their_address_and_land_where_they_wanted_to_go()
    {
        var account = await portal.Member(Roles.Administrator);
        portal.Provider.Says(new() { Email = account.Email!.ToUpperInvariant() });
        using var browser = new Browser(portal.Address);
        (await (await browser.Get("/sign-in/staff")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Sign in with Staff Account");
        using var back = await browser.ThroughProvider("/sign-in/outside?next=%2Faccount%2Fsign-ins");
        back.StatusCode.ShouldBe(HttpStatusCode.Found);
        back.Headers.Location!.OriginalString.ShouldBe("/account/sign-ins");
        (await browser.Get("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.Db(db => db.SignIns.CountAsync(s => s.AccountId == account.Id))).ShouldBe(1);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("young")]
    [InlineData("unverified")]
    [InlineData("another audience")]
    [InlineData("another nonce")]
    [InlineData("another issuer")]
    [InlineData("another key")]
    [InlineData("expired")]
    public async Task Nobody_else_comes_in_and_no_account_is_made(string what)
    {
        var staff = await portal.Member(Roles.Caseworker);
        var young = await portal.Member(Roles.Mentee);
        var accounts = await portal.Db(db => db.Accounts.CountAsync());
        portal.Provider.Says(what switch
        {
            "unknown" => new() { Email = "nobody@nowhere.example" },
            "young" => new() { Email = young.Email! },
            "unverified" => new() { Email = staff.Email!, Verified = false },
            "another audience" => new() { Email = staff.Email!, Audience = "another" },
            "another nonce" => new() { Email = staff.Email!, Nonce = "another" },
            "another issuer" => new() { Email = staff.Email!, Issuer = "https://evil.example" },
            "another key" => new() { Email = staff.Email!, Forged = true },
            _ => new() { Email = staff.Email!, Expires = TimeSpan.FromMinutes(-5) },
        });
        using var browser = new Browser(portal.Address);
        using var back = await browser.ThroughProvider("/sign-in/outside");
        back.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.Get("/account")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await portal.Db(db => db.Accounts.CountAsync())).ShouldBe(accounts);
        portal.Log.Lines.ShouldNotContain(l => l.Contains(staff.Email!, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_another_browser_began_and_what_was_used_signs_nobody_in()
    {
        var account = await portal.Member(Roles.Mentor);
        portal.Provider.Says(new() { Email = account.Email! });
        using var victim = new Browser(portal.Address);
        using var attacker = new Browser(portal.Address);
        var link = await attacker.ToProvider("/sign-in/outside");
        (await victim.Get(link)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await attacker.Get(link + "x")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        link = await attacker.ToProvider("/sign-in/outside");
        (await attacker.Get(link)).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await attacker.Get(link)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>As much of a browser as it takes: it keeps cookies, secure ones on this machine too, and follows nothing by itself.</summary>
    private sealed class Browser(Uri portal) : IDisposable
    {
        private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal };
        private readonly Dictionary<string, string> cookies = [];

        public async Task<HttpResponseMessage> Get(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
            var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
            {
                var (name, value) = (set.Split('=')[0], set.Split('=', 2)[1].Split(';')[0]);
                if (value.Length == 0) cookies.Remove(name);
                else cookies[name] = value;
            }

            return answer;
        }

        public async Task<string> ToProvider(string address)
        {
            using var there = await Get(address);
            there.StatusCode.ShouldBe(HttpStatusCode.Found);
            using var provider = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            using var back = await provider.GetAsync(there.Headers.Location, TestContext.Current.CancellationToken);
            back.StatusCode.ShouldBe(HttpStatusCode.Found, await back.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            return back.Headers.Location!.PathAndQuery;
        }

        public async Task<HttpResponseMessage> ThroughProvider(string address) => await Get(await ToProvider(address));

        public void Dispose() => http.Dispose();
    }
}

/// <summary>What a provider says of whoever comes next.</summary>
public sealed record ProviderWords
{
    public required string Email { get; init; }

    public bool Verified { get; init; } = true;

    public string? Audience { get; init; }

    public string? Nonce { get; init; }

    public string? Issuer { get; init; }

    public bool Forged { get; init; }

    public TimeSpan Expires { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>A small OpenID Connect provider of its own: discovery, keys, authorization code with PKCE, ID tokens by ES256. It lets everybody in at once.</summary>
public sealed class Provider : IAsyncDisposable
{
    private readonly ECDsaSecurityKey key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "provider" };
    private readonly ECDsaSecurityKey forger = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "provider" };
    private readonly Dictionary<string, (string Challenge, string Nonce, string Redirect)> codes = [];
    private WebApplication web = null!;
    private ProviderWords words = new() { Email = "nobody@nowhere.example" };

    public string Address => web.Urls.First();

    public void Says(ProviderWords next) => words = next;

    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        web = builder.Build();
        web.MapGet("/.well-known/openid-configuration", () => new { issuer = Address, authorization_endpoint = Address + "/authorize", token_endpoint = Address + "/token", jwks_uri = Address + "/jwks" });
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
        web.MapGet("/jwks", () => new { keys = new[] { new { kty = "EC", crv = "P-256", kid = "provider", use = "sig", alg = "ES256", x = jwk.X, y = jwk.Y } } });
        web.MapGet("/authorize", (HttpContext http) =>
        {
            var q = http.Request.Query;
            if (q["response_type"] != "code" || q["client_id"] != "mentoring" || q["code_challenge_method"] != "S256" || !q["scope"].ToString().Split(' ').Contains("openid")) return Results.BadRequest("wrong request");
            var code = Guid.CreateVersion7().ToString();
            codes[code] = (q["code_challenge"]!, q["nonce"]!, q["redirect_uri"]!);
            return Results.Redirect(QueryHelpers.AddQueryString(q["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = q["state"] }));
        });
        web.MapPost("/token", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            if (!codes.Remove(form["code"].ToString(), out var asked)) return Results.BadRequest(new { error = "invalid_grant" });
            if (form["client_secret"] != "a secret of two" || form["redirect_uri"] != asked.Redirect) return Results.Unauthorized();
            if (WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge) return Results.BadRequest(new { error = "invalid_grant" });
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = words.Issuer ?? Address,
                Audience = words.Audience ?? "mentoring",
                IssuedAt = now.AddMinutes(-10),
                Expires = now + words.Expires,
                Claims = new Dictionary<string, object> { ["sub"] = "somebody", ["nonce"] = words.Nonce ?? asked.Nonce, ["email"] = words.Email, ["email_verified"] = words.Verified },
                SigningCredentials = new(words.Forged ? forger : key, SecurityAlgorithms.EcdsaSha256),
            });
            return Results.Ok(new { id_token = token, access_token = "unused", token_type = "Bearer" });
        });
        await web.StartAsync();
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();
}
