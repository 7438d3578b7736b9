using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

/// <summary>What was forgotten or lost.</summary>
public sealed class LetInAgainTests(LetInAgainTests.Own portal) : IClassFixture<LetInAgainTests.Own>
{
    public sealed class Own : PortalService;

    private const string Another = "seven quiet lighthouses";

    private readonly HttpClient nobody = portal.AsNobody();

    [Fact]
    public async Task A_forgotten_password_is_changed_with_a_code_from_the_mail_and_the_second_factor_is_still_asked_for()
    {
        var account = await portal.Member(Roles.Caseworker);
        var before = await portal.SignedIn(account);
        var (step, code) = await portal.NewPasswordCode(account.Email!);
        await nobody.Post("/api/passwords", new { step, code, password = "short" }).ShouldBeProblem(HttpStatusCode.BadRequest, "at least 12");
        await nobody.Post("/api/passwords", new { step, code = "00000000", password = Another }).ShouldBeProblem(HttpStatusCode.Unauthorized, "not right");
        await nobody.Post("/api/passwords", new { step, code, password = Another }).ShouldBe(HttpStatusCode.NoContent);
        await nobody.Post("/api/passwords", new { step, code, password = Another }).ShouldBe(HttpStatusCode.Unauthorized);
        await before.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.Unauthorized);
        await nobody.Post("/api/sign-in", new { email = account.Email, password = Another, code = "000000" }).ShouldBe(HttpStatusCode.Unauthorized);
        await portal.ComeIn(account.Email!, Another).ShouldBe(HttpStatusCode.OK);
        await portal.Mail(account.Email!, "Your password was changed");
    }

    [Fact]
    public async Task Nobody_learns_by_a_forgotten_password_who_has_an_account_and_young_people_have_none()
    {
        var young = await portal.Member(Roles.Mentee);
        foreach (var email in (string[])[young.Email!, "unknown@nowhere.example"])
        {
            var step = (await nobody.Post("/api/passwords/codes", new { email }).ShouldBe<AskForCode.Answer>(HttpStatusCode.Accepted)).Step;
            await nobody.Post("/api/passwords", new { step, code = "12345678", password = Another }).ShouldBeProblem(HttpStatusCode.Unauthorized, "not right");
        }

        await Eventually.Is(() => portal.Db(async db => !await db.Mails.AnyAsync()), "all letters are dealt with");
        portal.Mails.GetFiles("*.eml").ShouldNotContain(f => File.ReadAllText(f.FullName).Contains(young.Email!));
    }

    [Fact]
    public async Task A_code_for_a_new_password_ends_after_half_an_hour_and_five_guesses()
    {
        var account = await portal.Member(Roles.Mentor);
        var (step, code) = await portal.NewPasswordCode(account.Email!);
        await Task.WhenAll(Enumerable.Range(0, 7).Select(i => nobody.Post("/api/passwords", new { step, code = $"0000000{i}", password = Another })));
        await nobody.Post("/api/passwords", new { step, code, password = Another }).ShouldBe(HttpStatusCode.Unauthorized);
        (step, code) = await portal.NewPasswordCode(account.Email!);
        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        await nobody.Post("/api/passwords", new { step, code, password = Another }).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_administrator_takes_a_lost_authenticator_away_and_its_owner_sets_up_another_with_mail_and_password()
    {
        var mentor = MentorId.New();
        var account = await portal.Member(Roles.Mentor, mentor: mentor);
        var before = await portal.SignedIn(account);
        var boss = await portal.Member(Roles.Administrator);
        var admin = await portal.SignedIn(boss);
        await admin.Post($"/api/accounts/{boss.Id}/second-factor-reset").ShouldBeProblem(HttpStatusCode.Conflict, "own account");
        await admin.Post($"/api/accounts/{AccountId.New()}/second-factor-reset").ShouldBe(HttpStatusCode.NotFound);
        await admin.Post($"/api/accounts/{(await portal.Member(Roles.Mentee)).Id}/second-factor-reset").ShouldBeProblem(HttpStatusCode.Conflict, "PIN");
        await admin.Post($"/api/accounts/{account.Id}/second-factor-reset").ShouldBe(HttpStatusCode.NoContent);
        await before.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.Unauthorized);

        var code = await portal.Code(account.Email!);
        await nobody.Post("/api/invitations/acceptance", new { code, password = "not the password at all" }).ShouldBe(HttpStatusCode.Unauthorized);
        var joined = await portal.Join(code);
        joined.AccountId!.Value.Value.ShouldBe(account.Id);
        joined.Roles.ShouldBe([Roles.Mentor]);
        joined.RecoveryCodes.Count.ShouldBe(10);
        (await portal.WithSession(joined.Session!).Get<WhoAmI.Answer>("/api/me")).MentorId.ShouldBe(mentor);
        await nobody.Post("/api/invitations/acceptance", new { code, password = PortalService.Password }).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Somebody_who_was_a_young_person_here_and_comes_back_as_a_mentor_chooses_a_password()
    {
        var account = await portal.Member(Roles.Mentee);
        await portal.Db(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == account.Id)).Drop(Roles.Mentee);
            await db.SaveChangesAsync();
        });
        var code = InvitationCode.New();
        await portal.Store(PortalService.AnInvitation(Roles.Mentor, account.Email!, portal.Clock.GetUtcNow(), MentorId.New(), code: code));
        (await portal.Join(code)).Roles.ShouldBe([Roles.Mentor]);
    }
}

public sealed class PinRenewalTests(PinRenewalTests.Own portal) : IClassFixture<PinRenewalTests.Own>
{
    public sealed class Own : PortalService;

    private readonly HttpClient nobody = portal.AsNobody();

    [Fact]
    public async Task A_caseworker_lets_a_young_person_choose_a_new_PIN_for_three_days_and_nobody_elses_caseworker_does()
    {
        var (caseworker, mentee) = (await portal.Member(Roles.Caseworker), MenteeId.New());
        var account = await portal.Member(Roles.Mentee, mentee: mentee);
        portal.Mentees.Has($"/mentees/{mentee}", new { firstName = "Jo" }, user => user.HasClaim("sub", caseworker.Id.ToString()));
        await (await portal.SignedIn(await portal.Member(Roles.Caseworker))).Post("/api/pin-renewals", new { menteeId = mentee }).ShouldBe(HttpStatusCode.NotFound);
        var client = await portal.SignedIn(caseworker);
        await client.Post("/api/pin-renewals", new { menteeId = mentee }).ShouldBe(HttpStatusCode.NoContent);
        var code = await portal.Code(account.Email!);
        await nobody.Post("/api/invitations/acceptance", new { code, pin = "123456" }).ShouldBeProblem(HttpStatusCode.BadRequest);
        await nobody.Post("/api/invitations/acceptance", new { code, password = PortalService.Password }).ShouldBeProblem(HttpStatusCode.BadRequest);
        var joined = await nobody.Post("/api/invitations/acceptance", new { code, pin = "735 286" }).ShouldBe<AcceptInvitation.Answer>(HttpStatusCode.OK);
        (joined.AccountId!.Value.Value, joined.Session is not null, joined.Next).ShouldBe((account.Id, true, null));
        (await portal.Use<PasswordCheck, bool>(async p => p.IsPin(await portal.Db(db => db.Accounts.SingleAsync(a => a.Id == account.Id)), "735286"))).ShouldBeTrue();

        await client.Post("/api/pin-renewals", new { menteeId = mentee }).ShouldBe(HttpStatusCode.NoContent);
        await Eventually.Is(async () => await portal.Code(account.Email!) != code, "the second mail arrives");
        portal.Clock.Advance(TimeSpan.FromDays(3));
        await nobody.Post("/api/invitations/acceptance", new { code = await portal.Code(account.Email!), pin = "804417" }).ShouldBe(HttpStatusCode.NotFound);
    }
}

/// <summary>What its owner does to an account.</summary>
public sealed class OwnAccountTests(PortalService portal)
{
    private const string Another = "seven quiet lighthouses";

    [Fact]
    public async Task Their_sign_ins_are_listed_by_browser_and_ended_one_by_one_or_all_at_once()
    {
        var account = await portal.Member(Roles.Mentor);
        var (here, there, other) = (await portal.SignedIn(account), await portal.SignIn(account), await portal.SignIn(await portal.Member(Roles.Mentor)));
        var client = portal.AsNobody();
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Linux; Android 14) Chrome/126.0.0.0 Mobile Safari/537.36");
        await client.Post("/api/sign-in", new { email = account.Email, password = PortalService.Password, code = await portal.AppCode(account.Email) }).ShouldBe(HttpStatusCode.OK);
        var list = await here.Get<List<ListSignIns.Answer>>("/api/me/sign-ins");
        list.Count.ShouldBe(3);
        list[0].Browser.ShouldBe("Chrome on Android");
        list.Count(s => s.IsThis).ShouldBe(1);
        await here.Post($"/api/me/sign-ins/{other.SignIn.Id}/ending").ShouldBe(HttpStatusCode.NotFound);
        await here.Post($"/api/me/sign-ins/{there.SignIn.Id}/ending").ShouldBe(HttpStatusCode.NoContent);
        await portal.WithSession(there.Handle).Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await portal.WithSession(other.Handle).Get("/api/me").ShouldBe(HttpStatusCode.OK);
        await here.Post("/api/sign-out/everywhere").ShouldBe(HttpStatusCode.NoContent);
        await here.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.Db(db => db.SignIns.CountAsync(s => s.AccountId == account.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task A_password_is_changed_for_the_present_one_tells_its_owner_and_ends_the_other_sign_ins()
    {
        var account = await portal.Member(Roles.Caseworker);
        var (me, here, there) = (new AccountId(account.Id), await portal.SignIn(account), await portal.SignIn(account));
        Task<Decision> Change(string present, string wanted) => portal.Use<OwnWaysIn, Decision>(w => w.ChangePassword(me, here.SignIn.Id, present, wanted, default));
        (await Change(PortalService.Password, "short")).Refusal.ShouldNotBeNull().ShouldContain("at least 12");
        (await Change("not the password at all", Another)).IsRefused.ShouldBeTrue();
        (await Change(PortalService.Password, Another)).ShouldBe(Decision.Done);
        await portal.WithSession(here.Handle).Get("/api/me").ShouldBe(HttpStatusCode.OK);
        await portal.WithSession(there.Handle).Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await portal.ComeIn(account.Email!, Another).ShouldBe(HttpStatusCode.OK);
        (await portal.Letter(account.Email!)).ShouldContain("Your password was changed.");
        for (var i = 0; i < 5; i++) await Change("not the password at all", Another);
        (await Change(Another, PortalService.Password)).IsRefused.ShouldBeTrue("tries are counted here too");
    }

    [Fact]
    public async Task A_PIN_is_changed_for_the_present_one()
    {
        var account = await portal.Member(Roles.Mentee);
        var (me, here) = (new AccountId(account.Id), await portal.SignIn(account));
        Task<Decision> Change(string present, string wanted) => portal.Use<OwnWaysIn, Decision>(w => w.ChangePin(me, here.SignIn.Id, present, wanted, default));
        (await Change("735286", "804417")).IsRefused.ShouldBeTrue();
        (await Change(PortalService.Pin, "111111")).Refusal.ShouldNotBeNull().ShouldContain("guess");
        (await Change(PortalService.Pin, "804 417")).ShouldBe(Decision.Done);
        (await Change("804417", PortalService.Pin)).ShouldBe(Decision.Done);
        (await portal.Letter(account.Email!)).ShouldContain("Tell your caseworker");
    }

    [Fact]
    public async Task Another_app_takes_the_place_of_the_one_before_once_its_code_is_given()
    {
        var account = await portal.Member(Roles.Mentor);
        var (me, here) = (new AccountId(account.Id), await portal.SignIn(account));
        (await portal.Use<OwnWaysIn, string?>(w => w.AskForAuthenticator(me, "not the password at all", default))).ShouldBeNull();
        var handle = (await portal.Use<OwnWaysIn, string?>(w => w.AskForAuthenticator(me, PortalService.Password, default))).ShouldNotBeNull();
        var key = (await portal.Use<OwnWaysIn, byte[]?>(w => w.KeyOf(me, handle, default))).ShouldNotBeNull();
        (await portal.Use<OwnWaysIn, byte[]?>(w => w.KeyOf(AccountId.New(), handle, default))).ShouldBeNull();
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.OK);
        var code = portal.App(TimeCode.Text(key));
        (await portal.Use<OwnWaysIn, (Decision, IReadOnlyList<string>)>(w => w.AddAuthenticator(AccountId.New(), here.SignIn.Id, handle, code, default))).Item1.IsRefused.ShouldBeTrue();
        var (decision, codes) = await portal.Use<OwnWaysIn, (Decision, IReadOnlyList<string>)>(w => w.AddAuthenticator(me, here.SignIn.Id, handle, code, default));
        decision.ShouldBe(Decision.Done);
        codes.Count.ShouldBe(10);
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.Unauthorized);

        var anew = (await portal.Use<OwnWaysIn, IReadOnlyList<string>?>(w => w.NewRecoveryCodes(me, PortalService.Password, default))).ShouldNotBeNull();
        anew.Intersect(codes).ShouldBeEmpty();
        (await portal.Use<OwnWaysIn, WaysIn>(w => w.Look(me, default))).RecoveryCodes.ShouldBe(10);
        var nobody = portal.AsNobody();
        await nobody.Post("/api/sign-in", new { email = account.Email, password = PortalService.Password, code = codes[0] }).ShouldBe(HttpStatusCode.Unauthorized);
        await nobody.Post("/api/sign-in", new { email = account.Email, password = PortalService.Password, code = anew[0] }).ShouldBe(HttpStatusCode.OK);
    }
}
