using System.Net;
using System.Text.Json;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class TokenTests(TokenTests.Own portal) : IClassFixture<TokenTests.Own>
{
    public sealed class Own : PortalService;

    [Fact]
    public async Task A_service_that_knows_only_the_address_of_the_portal_takes_its_token_and_reads_who_I_am()
    {
        var mentor = MentorId.New();
        var account = await portal.Member(Roles.Mentor, mentor: mentor);
        var token = await portal.Token(await portal.SignedIn(account), "mentor");
        var (status, claims) = await portal.Mentors.Read(token);
        status.ShouldBe(HttpStatusCode.OK);
        claims.ShouldContain($"sub={account.Id}");
        claims.ShouldContain("role=mentor");
        claims.ShouldContain($"mentor_id={mentor}");
        claims.Where(c => c.StartsWith("partner_id", StringComparison.Ordinal) || c.StartsWith("mentee_id", StringComparison.Ordinal)).ShouldBeEmpty();
        claims.ShouldNotContain(c => c.Contains(account.Email!, StringComparison.OrdinalIgnoreCase));

        var jwt = new JsonWebToken(token);
        jwt.Alg.ShouldBe("ES256");
        jwt.Typ.ShouldBe("at+jwt");
        jwt.Audiences.ShouldBe(["mentor"]);
        (jwt.ValidTo - jwt.IssuedAt).ShouldBe(TimeSpan.FromMinutes(5));
        (await KeyIds()).ShouldContain(jwt.Kid);
    }

    [Fact]
    public async Task A_coordinator_with_two_roles_carries_both_and_the_partner()
    {
        var partner = PartnerId.New();
        var account = PortalService.AccountWith($"{AccountId.New()}@people.example", [Roles.Coordinator, Roles.Mentor], MentorId.New(), null, partner, portal.Clock.GetUtcNow());
        await portal.Store(account);
        var (_, claims) = await portal.Mentors.Read(await portal.Token(await portal.SignedIn(account), "mentor"));
        claims.Where(c => c.StartsWith("role=", StringComparison.Ordinal)).ShouldBe(["role=coordinator", "role=mentor"], ignoreOrder: true);
        claims.ShouldContain($"partner_id={partner}");
    }

    [Fact]
    public async Task A_token_for_one_service_is_refused_by_another()
    {
        var client = await portal.SignedIn(await portal.Member(Roles.Caseworker));
        var token = await portal.Token(client, "mentor");
        (await portal.Mentees.Read(token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await portal.WithToken(token).Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await portal.WithToken(await portal.Token(client, "portal")).Get("/api/me").ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_cannot_get_another_token()
    {
        var token = await portal.Token(await portal.SignedIn(await portal.Member(Roles.Caseworker)), "portal");
        await portal.WithToken(token).Post("/api/tokens", new { audience = "mentor" }).ShouldBeProblem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_that_ran_out_is_refused_here_and_there()
    {
        var client = await portal.SignedIn(await portal.Member(Roles.Caseworker));
        portal.Clock.Advance(TimeSpan.FromMinutes(-7));
        var (old, oldOwn) = (await portal.Token(client, "mentor"), await portal.Token(client, "portal"));
        portal.Clock.Reset();
        (await portal.Mentors.Read(old)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await portal.WithToken(oldOwn).Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Tokens_that_somebody_else_made_or_changed_are_refused_here_and_there()
    {
        var account = await portal.Member(Roles.Caseworker);
        var client = await portal.SignedIn(account);
        foreach (var audience in (string[])["mentor", "portal"])
        {
            var good = await portal.Token(client, audience);
            (await Take(good, audience)).ShouldBe(HttpStatusCode.OK);
            foreach (var (what, token) in Forged(good)) (await Take(token, audience)).ShouldBe(HttpStatusCode.Unauthorized, what);
        }

        async Task<HttpStatusCode> Take(string token, string audience)
        {
            if (audience == "mentor") return (await portal.Mentors.Read(token)).Status;
            using var answer = await portal.WithToken(token).Get("/api/me");
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Shutting_an_account_acts_on_the_next_request()
    {
        var account = await portal.Member(Roles.Coordinator, partner: PartnerId.New());
        var client = await portal.SignedIn(account);
        var own = await portal.Token(client, "portal");
        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        await client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
        await admin.Post($"/api/accounts/{account.Id}/disabling").ShouldBe(HttpStatusCode.NoContent);
        await client.Get("/api/me").ShouldBeProblem(HttpStatusCode.Unauthorized);
        await client.Post("/api/tokens", new { audience = "mentor" }).ShouldBe(HttpStatusCode.Unauthorized);
        await portal.WithToken(own).Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.Unauthorized);

        await admin.Post($"/api/accounts/{account.Id}/enabling").ShouldBe(HttpStatusCode.NoContent);
        await client.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Losing_a_role_acts_on_the_next_request()
    {
        var account = PortalService.AccountWith($"{AccountId.New()}@people.example", [Roles.Administrator, Roles.Coordinator], null, null, PartnerId.New(), portal.Clock.GetUtcNow());
        await portal.Store(account);
        var client = await portal.SignedIn(account);
        var token = await portal.Token(client, "portal");
        await portal.WithToken(token).Get("/api/accounts").ShouldBe(HttpStatusCode.OK);
        await portal.Db(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == account.Id)).Drop(Roles.Administrator);
            await db.SaveChangesAsync();
        });
        await client.Get("/api/accounts").ShouldBe(HttpStatusCode.Forbidden);
        await portal.WithToken(token).Get("/api/accounts").ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<List<string>> KeyIds() => KeyRotationTests.KeyIds(portal);

    private static IEnumerable<(string What, string Token)> Forged(string good)
    {
        var parts = good.Split('.');
        var jwt = new JsonWebToken(good);
        var payload = Base64UrlEncoder.Decode(parts[1]);
        var stranger = new ECDsaSecurityKey(System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256)) { KeyId = jwt.Kid };
        string Signed(SigningCredentials credentials, string type = "at+jwt", IDictionary<string, object>? more = null) =>
            new JsonWebTokenHandler().CreateToken(payload, credentials, more is null ? new Dictionary<string, object> { ["typ"] = type } : new Dictionary<string, object>(more) { ["typ"] = type });
        yield return ("alg none", $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.");
        yield return ("no signature", $"{parts[0]}.{parts[1]}.");
        yield return ("another payload", $"{parts[0]}.{Base64UrlEncoder.Encode(payload.Replace("caseworker", "administrator", StringComparison.Ordinal))}.{parts[2]}");
        yield return ("another's key under the same id", Signed(new(stranger, SecurityAlgorithms.EcdsaSha256)));
        yield return ("a key nobody published", Signed(new(new ECDsaSecurityKey(stranger.ECDsa) { KeyId = "unknown" }, SecurityAlgorithms.EcdsaSha256)));
        yield return ("HS256 with the key id as the secret", Signed(new(new SymmetricSecurityKey(System.Text.Encoding.ASCII.GetBytes(jwt.Kid)) { KeyId = jwt.Kid }, SecurityAlgorithms.HmacSha256)));
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(stranger);
        yield return ("a key it brings itself", Signed(new(stranger, SecurityAlgorithms.EcdsaSha256), more: new Dictionary<string, object> { ["jwk"] = new Dictionary<string, object> { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = jwk.X, ["y"] = jwk.Y } }));
        yield return ("the end of the signature changed", good[..^6] + "AAAAAA");
    }
}

public sealed class KeyRotationTests(KeyRotationTests.Own portal) : IClassFixture<KeyRotationTests.Own>
{
    public sealed class Own : PortalService;

    internal static async Task<List<string>> KeyIds(PortalService portal)
    {
        var set = await portal.AsNobody().Get("/.well-known/jwks.json").ShouldBe(HttpStatusCode.OK);
        return [.. (await set.Json()).GetProperty("keys").EnumerateArray().Select(k => k.GetProperty("kid").GetString()!)];
    }

    [Fact]
    public async Task The_key_set_holds_public_halves_only_and_discovery_leads_to_it()
    {
        var discovery = await (await portal.AsNobody().Get("/.well-known/openid-configuration")).Json();
        discovery.GetProperty("issuer").GetString().ShouldBe(portal.Address.GetLeftPart(UriPartial.Authority));
        using var http = new HttpClient();
        var set = JsonDocument.Parse(await http.GetStringAsync(discovery.GetProperty("jwks_uri").GetString())).RootElement;
        var keys = set.GetProperty("keys").EnumerateArray().ToList();
        keys.Count.ShouldBeGreaterThanOrEqualTo(2);
        foreach (var key in keys)
        {
            key.EnumerateObject().Select(p => p.Name).ShouldBe(["kid", "x", "y", "kty", "crv", "use", "alg"], ignoreOrder: true);
            new JsonWebKey(key.GetRawText()).HasPrivateKey.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task After_a_change_of_keys_the_old_and_the_new_token_both_work_and_the_next_key_was_known_before()
    {
        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        var old = await portal.Token(admin, "mentor");
        await Known(old);
        var before = await KeyIds(portal);

        var answer = await admin.Post("/api/signing-keys", new { leaked = false }).ShouldBe<RotateSigningKeys.Answer>(HttpStatusCode.OK);
        before.ShouldContain(answer.Kid);
        before.ShouldNotContain(answer.NextKid);

        var young = await portal.Token(admin, "mentor");
        new JsonWebToken(young).Kid.ShouldBe(answer.Kid);
        new JsonWebToken(old).Kid.ShouldNotBe(answer.Kid);
        (await portal.Mentors.Read(young)).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Mentors.Read(old)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_a_leak_no_earlier_token_works()
    {
        var admin = await portal.SignedIn(await portal.Member(Roles.Administrator));
        var (old, oldOwn) = (await portal.Token(admin, "mentor"), await portal.Token(admin, "portal"));
        await Known(old);
        var before = await KeyIds(portal);
        await admin.Post("/api/signing-keys", new { leaked = true }).ShouldBe(HttpStatusCode.OK);
        (await KeyIds(portal)).Intersect(before).ShouldBeEmpty();
        await portal.WithToken(oldOwn).Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        var young = await portal.Token(admin, "mentor");
        await Known(young);
        (await portal.Mentors.Read(old)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Keys_change_by_themselves_after_thirty_days_and_the_old_one_goes_when_its_tokens_are_dead()
    {
        var admin = await portal.Member(Roles.Administrator);
        var first = new JsonWebToken(await portal.Token(await portal.SignedIn(admin), "mentor")).Kid;
        portal.Clock.Advance(TimeSpan.FromDays(31));
        await Eventually.Is(async () => new JsonWebToken(await portal.Token(await portal.SignedIn(admin), "mentor")).Kid != first, "another key signs");
        (await KeyIds(portal)).ShouldContain(first);
        portal.Clock.Advance(TimeSpan.FromMinutes(66));
        (await KeyIds(portal)).ShouldNotContain(first);
        await Eventually.Is(() => portal.Db(async db => !await db.SigningKeys.AnyAsync(k => k.Kid == first)), "the dead key is removed");
        portal.Clock.Reset();
    }

    // Other tests of this class change keys more often than the service reads them by itself.
    private Task Known(string token) => Eventually.Is(async () => (await portal.Mentors.Read(token)).Status == HttpStatusCode.OK, "the service has read the keys of today");

    [Fact]
    public async Task Private_keys_are_protected_and_their_protection_is_in_the_database()
    {
        var keys = await portal.Db(db => db.SigningKeys.ToListAsync());
        foreach (var key in keys) Should.Throw<System.Security.Cryptography.CryptographicException>(() => System.Security.Cryptography.ECDsa.Create().ImportPkcs8PrivateKey(key.ProtectedPrivateKey, out _));
        (await portal.Db(db => db.Set<KeyRingElement>().CountAsync())).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Many_instances_that_change_keys_at_once_leave_one_that_signs_and_one_spare()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var scope = portal.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SigningKeys>().Rotate(leaked: false, TestContext.Current.CancellationToken);
        }));
        var keys = await portal.Db(db => db.SigningKeys.ToListAsync());
        keys.Count(k => k.Signs).ShouldBe(1);
        keys.Count(k => k.IsSpare).ShouldBe(1);
    }
}
