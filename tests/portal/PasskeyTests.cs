using System.Net;
using System.Text.Json;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class PasskeyTests(PasskeyTests.Own portal) : IClassFixture<PasskeyTests.Own>
{
    public sealed class Own : PortalService
    {
        public const string Origin = "https://mentoring.example";

        protected override IEnumerable<KeyValuePair<string, string>> Settings() => [.. base.Settings(), new("Portal:PublicAddress", Origin)];
    }

    private readonly HttpClient nobody = portal.AsNobody();

    private static SoftwareAuthenticator New() => new(Own.Origin, "mentoring.example");

    [Theory]
    [InlineData(Roles.Caseworker)]
    [InlineData(Roles.Mentee)]
    public async Task A_passkey_signs_in_although_passwords_and_PINs_are_locked_out(string role)
    {
        var account = await portal.Member(role);
        var passkey = await Added(account);
        for (var i = 0; i < 6; i++) await nobody.Post("/api/sign-in", new { email = account.Email, password = "not the password at all", code = "000000" }).ShouldBe(HttpStatusCode.Unauthorized);
        if (role == Roles.Caseworker) await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.Unauthorized);
        var asked = await Ask();
        var answer = await Sign(asked, passkey.Sign(asked.Options)).ShouldBe<ComeIn.Answer>(HttpStatusCode.OK);
        (await portal.WithSession(answer.Session).Get<WhoAmI.Answer>("/api/me")).AccountId.Value.ShouldBe(account.Id);
        asked = await Ask();
        await Sign(asked, passkey.Sign(asked.Options)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_a_passkey_signed_works_once_for_the_challenge_and_the_browser_that_asked()
    {
        var passkey = await Added(await portal.Member(Roles.Mentor));
        var (one, other) = (await Ask(), await Ask());
        var signed = passkey.Sign(one.Options);
        await Sign(other, signed).ShouldBe(HttpStatusCode.Unauthorized);
        await Sign(one, signed).ShouldBe(HttpStatusCode.OK);
        await Sign(one, signed).ShouldBeProblem(HttpStatusCode.Unauthorized, "used before");
        var late = await Ask();
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        await Sign(late, passkey.Sign(late.Options)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Anothers_site_a_device_that_did_not_see_its_owner_a_strangers_passkey_and_a_shut_account_are_refused()
    {
        var account = await portal.Member(Roles.Mentor);
        var passkey = await Added(account);
        foreach (var (what, fake) in (List<(string, SoftwareAuthenticator)>)
            [("another site", new("https://mentoring.example.evil.example", "mentoring.example")), ("another port", new(Own.Origin + ":444", "mentoring.example")), ("another domain", new(Own.Origin, "evil.example"))])
            (await TryAdd(account, fake)).IsRefused.ShouldBeTrue(what);

        var asked = await Ask();
        passkey.SawOwner = false;
        await Sign(asked, passkey.Sign(asked.Options)).ShouldBe(HttpStatusCode.Unauthorized);
        passkey.SawOwner = true;

        asked = await Ask();
        await Sign(asked, New().Sign(asked.Options)).ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var nonsense in (string[])["{}", "[]", "\"x\"", "null", "{\"id\":1}"])
        {
            using var content = new StringContent($$"""{"step":"{{asked.Step}}","credential":{{nonsense}}}""", System.Text.Encoding.UTF8, "application/json");
            ((int)(await nobody.PostAsync(new Uri("/api/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken)).StatusCode).ShouldBeOneOf(400, 401);
        }

        await portal.Db(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == account.Id)).Disable(portal.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        asked = await Ask();
        await Sign(asked, passkey.Sign(asked.Options)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Staff_join_with_a_passkey_instead_of_an_app_and_then_cannot_lose_their_only_second_factor()
    {
        var (email, code) = ($"{AccountId.New()}@people.example", InvitationCode.New());
        await portal.Store(PortalService.AnInvitation(Roles.Caseworker, email, portal.Clock.GetUtcNow(), code: code));
        var passkey = New();
        var handle = (await portal.Use<Joining, string?>(j => j.Open(code, default))).ShouldNotBeNull();
        (await portal.Use<Joining, string?>(j => j.AskForPasskey(handle, default))).ShouldBeNull("the password comes first");
        (await portal.Use<Joining, JoinAnswer>(j => j.GivePassword(handle, PortalService.Password, default))).Handle.ShouldBe(handle);
        var options = JsonElement.Parse((await portal.Use<Joining, string?>(j => j.AskForPasskey(handle, default))).ShouldNotBeNull());
        var joined = await portal.Use<Joining, JoinAnswer>(j => j.GivePasskey(handle, passkey.Make(options), default));
        joined.Refusal.ShouldBeNull();
        joined.In!.Handle.ShouldNotBeNull();
        joined.RecoveryCodes.ShouldBeEmpty();
        await portal.ComeIn(email).ShouldBe(HttpStatusCode.Unauthorized);
        var asked = await Ask();
        await Sign(asked, passkey.Sign(asked.Options)).ShouldBe(HttpStatusCode.OK);

        var me = new AccountId(joined.Account!.Id);
        var only = (await portal.Use<OwnWaysIn, WaysIn>(w => w.Look(me, default))).Passkeys.ShouldHaveSingleItem();
        (await portal.Use<OwnWaysIn, Decision>(w => w.RemovePasskey(me, only.Id, default))).Refusal.ShouldNotBeNull().ShouldContain("only second factor");
    }

    [Fact]
    public async Task Its_owner_names_and_removes_a_passkey_is_told_by_mail_and_nobody_else_can()
    {
        var account = await portal.Member(Roles.Mentee);
        var (me, other) = (new AccountId(account.Id), new AccountId((await portal.Member(Roles.Mentee)).Id));
        var passkey = await Added(account, "  My\tphone ");
        (await portal.Letter(account.Email!)).ShouldContain("A passkey was added.");
        var mine = (await portal.Use<OwnWaysIn, WaysIn>(w => w.Look(me, default))).Passkeys.ShouldHaveSingleItem();
        mine.Name.ShouldBe("Myphone");
        (await portal.Use<OwnWaysIn, bool>(w => w.NamePasskey(other, mine.Id, "Theirs", default))).ShouldBeFalse();
        (await portal.Use<OwnWaysIn, bool>(w => w.NamePasskey(me, mine.Id, "Blue phone", default))).ShouldBeTrue();
        (await portal.Use<OwnWaysIn, Decision>(w => w.RemovePasskey(other, mine.Id, default))).ShouldBe(Decision.AlreadySo);
        (await portal.Use<OwnWaysIn, WaysIn>(w => w.Look(me, default))).Passkeys.ShouldHaveSingleItem().Name.ShouldBe("Blue phone");
        (await portal.Use<OwnWaysIn, Decision>(w => w.RemovePasskey(me, mine.Id, default))).ShouldBe(Decision.Done);
        var asked = await Ask();
        await Sign(asked, passkey.Sign(asked.Options)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<SoftwareAuthenticator> Added(Account account, string? name = null)
    {
        var passkey = New();
        (await TryAdd(account, passkey, name)).ShouldBe(Decision.Done);
        return passkey;
    }

    private async Task<Decision> TryAdd(Account account, SoftwareAuthenticator passkey, string? name = null)
    {
        var (handle, options) = await portal.Use<OwnWaysIn, (string, string)>(w => w.AskForPasskey(new(account.Id), default));
        return await portal.Use<OwnWaysIn, Decision>(w => w.AddPasskey(new(account.Id), handle, passkey.Make(JsonElement.Parse(options)), name, default));
    }

    private async Task<AskForPasskey.Answer> Ask() => await nobody.Post("/api/sign-in/passkeys").ShouldBe<AskForPasskey.Answer>(HttpStatusCode.OK);

    private Task<HttpResponseMessage> Sign(AskForPasskey.Answer asked, string credential) => nobody.Post("/api/sign-in", new { step = asked.Step, credential = JsonElement.Parse(credential) });
}
