using System.Buffers.Binary;
using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class SignInTests(PortalService portal)
{
    private readonly HttpClient nobody = portal.AsNobody();

    [Fact]
    public async Task The_right_password_and_code_give_a_session_that_says_who_I_am()
    {
        var account = await portal.Member(Roles.Caseworker);
        var answer = await nobody.Post("/api/sign-in", new { email = " " + account.Email!.ToUpperInvariant(), password = PortalService.Password, code = await portal.AppCode(account.Email) }).ShouldBe<ComeIn.Answer>(HttpStatusCode.OK);
        answer.Session.Length.ShouldBeGreaterThanOrEqualTo(43);
        var me = await portal.WithSession(answer.Session).Get<WhoAmI.Answer>("/api/me");
        me.AccountId.Value.ShouldBe(account.Id);
        me.Roles.ShouldBe([Roles.Caseworker]);
        me.SignedInUntil.ShouldBe(answer.ExpiresAt, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Handles_and_passwords_are_stored_hashed_only()
    {
        var account = await portal.Member(Roles.Caseworker);
        var answer = await portal.ComeIn(account.Email!).ShouldBe<ComeIn.Answer>(HttpStatusCode.OK);
        var stored = await portal.Db(db => db.SignIns.SingleAsync(s => s.AccountId == account.Id));
        stored.HandleHash.ShouldBe(SignIn.Hash(answer.Session));
        account.PasswordHash.ShouldNotBeNull().ShouldNotContain(PortalService.Password);
        portal.Log.Lines.ShouldNotContain(l => l.Contains(account.Email!, StringComparison.OrdinalIgnoreCase) || l.Contains(answer.Session, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hash_of_fewer_rounds_is_renewed_at_the_next_sign_in()
    {
        var account = await portal.Member(Roles.Caseworker);
        var old = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = PortalService.Rounds / 2 })).HashPassword(account, PortalService.Password);
        await portal.Db(db => db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.PasswordHash, old)));
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.OK);
        (await portal.Db(db => db.Accounts.SingleAsync(a => a.Id == account.Id))).PasswordHash.ShouldNotBe(old);
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_person_and_a_shut_account_are_answered_in_the_same_words()
    {
        var account = await portal.Member(Roles.Caseworker);
        var shut = await portal.Member(Roles.Caseworker);
        await portal.Db(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == shut.Id)).Disable(portal.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        var answers = new List<string>();
        foreach (var (email, password, code) in ((string?, string, string)[])
            [
                (account.Email, "not the password at all", await portal.AppCode(account.Email)), (account.Email, PortalService.Password, "000000"), (account.Email, PortalService.Password, "7K2M-Q9D4-0VBN-5RWE"),
                ("unknown@nowhere.example", PortalService.Password, "000000"), (shut.Email, PortalService.Password, await portal.AppCode(shut.Email)),
            ])
        {
            var problem = await nobody.Post("/api/sign-in", new { email, password, code }).ShouldBeProblem(HttpStatusCode.Unauthorized);
            answers.Add(problem.GetProperty("detail").GetString()! + problem.GetProperty("title").GetString());
        }

        answers.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_password_is_hashed_with_the_rounds_that_owasp_asks_for()
    {
        using var services = new ServiceCollection().AddDbContext<AccountsDb>().AddAccounts().BuildServiceProvider();
        // Identity's format: marker, PRF (2 is HMAC-SHA512), rounds, all big-endian.
        var hash = Convert.FromBase64String(new PasswordHasher<Account>(services.GetRequiredService<IOptions<PasswordHasherOptions>>()).HashPassword(new(), PortalService.Password));
        BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1)).ShouldBe(2);
        BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)).ShouldBe(220_000);
    }

    [Fact]
    public async Task A_wrong_password_costs_one_whole_hash_for_somebody_known_unknown_or_without_a_password()
    {
        var known = await portal.Member(Roles.Caseworker);
        var without = await portal.Member(Roles.Caseworker, withPassword: false);
        foreach (var email in (string[])[known.Email!, without.Email!, "unknown@nowhere.example"])
        {
            // A password of its own tells this try from those of tests beside it.
            var password = $"a wrong one {Guid.CreateVersion7()}";
            await nobody.Post("/api/sign-in", new { email, password, code = "000000" }).ShouldBe(HttpStatusCode.Unauthorized);
            portal.Hasher.RoundsFor(password).ShouldBe([PortalService.Rounds]);
        }
    }

    [Fact]
    public async Task Guesses_sent_at_the_same_moment_are_all_counted()
    {
        var account = await portal.Member(Roles.Caseworker);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => nobody.Post("/api/sign-in", new { email = account.Email, password = $"guess number {i} of many", code = "000000" })));
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_next_request()
    {
        var account = await portal.Member(Roles.Mentor);
        var client = await portal.SignedIn(account);
        var other = await portal.SignedIn(account);
        var token = await portal.Token(client, "portal");
        await portal.WithToken(token).Get("/api/me").ShouldBe(HttpStatusCode.OK);
        await client.Post("/api/sign-out").ShouldBe(HttpStatusCode.NoContent);
        await client.Get("/api/me").ShouldBeProblem(HttpStatusCode.Unauthorized);
        await portal.WithToken(token).Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await other.Get("/api/me").ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Session")]
    [InlineData("Session ")]
    [InlineData("Session nonsense")]
    [InlineData("Basic YTpi")]
    [InlineData("Session AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_handle_is_refused_in_words(string header)
    {
        var client = portal.AsNobody();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        await client.Get("/api/me").ShouldBeProblem(HttpStatusCode.Unauthorized, "sign in");
    }
}

public sealed class SignInTimeTests(SignInTimeTests.Own portal) : IClassFixture<SignInTimeTests.Own>
{
    public sealed class Own : PortalService;

    [Fact]
    public async Task Five_wrong_tries_close_the_door_for_fifteen_minutes_and_tries_meanwhile_do_not_make_it_longer()
    {
        var account = await portal.Member(Roles.Caseworker);
        Task<HttpResponseMessage> Try(string password) => portal.ComeIn(account.Email!, password);
        for (var i = 0; i < 4; i++) await Try("not the password at all").ShouldBe(HttpStatusCode.Unauthorized);
        await Try(PortalService.Password).ShouldBe(HttpStatusCode.OK);
        for (var i = 0; i < 5; i++) await Try("not the password at all").ShouldBe(HttpStatusCode.Unauthorized);
        await Try(PortalService.Password).ShouldBeProblem(HttpStatusCode.Unauthorized, "15 minutes");
        portal.Clock.Advance(TimeSpan.FromMinutes(14));
        await Try(PortalService.Password).ShouldBe(HttpStatusCode.Unauthorized);
        portal.Clock.Advance(TimeSpan.FromMinutes(1.1));
        await Try(PortalService.Password).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_and_is_then_removed()
    {
        var account = await portal.Member(Roles.Caseworker);
        var client = await portal.SignedIn(account);
        portal.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromMinutes(1));
        await client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await client.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await Eventually.Is(() => portal.Db(async db => !await db.SignIns.AnyAsync(s => s.AccountId == account.Id)), "what ran out is removed");
    }
}

public sealed class RateLimitTests(RateLimitTests.Own portal) : IClassFixture<RateLimitTests.Own>
{
    public sealed class Own : PortalService
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings() => base.Settings().Where(s => s.Key != "RateLimits:GuessesPerMinute").Append(new("RateLimits:GuessesPerMinute", "3"));
    }

    [Fact]
    public async Task One_address_guesses_only_so_often()
    {
        var nobody = portal.AsNobody();
        for (var i = 0; i < 3; i++) await nobody.Post("/api/invitations/acceptance", new { code = $"guess {i}", password = PortalService.Password }).ShouldBe(HttpStatusCode.NotFound);
        var refused = await nobody.Post("/api/sign-in", new { email = "a@b.example", password = PortalService.Password, code = "000000" });
        await refused.ShouldBeProblem(HttpStatusCode.TooManyRequests, "Wait a minute");
        refused.Headers.RetryAfter.ShouldNotBeNull();
        await nobody.Get("/.well-known/jwks.json").ShouldBe(HttpStatusCode.OK);
    }
}
