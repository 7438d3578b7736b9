using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

/// <summary>Staff: a password is never enough.</summary>
public sealed class SecondFactorTests(SecondFactorTests.Own portal) : IClassFixture<SecondFactorTests.Own>
{
    public sealed class Own : PortalService;

    private readonly HttpClient nobody = portal.AsNobody();

    [Fact]
    public async Task The_password_alone_signs_nobody_in()
    {
        var account = await portal.Member(Roles.Caseworker);
        await nobody.Post("/api/sign-in", new { email = account.Email, password = PortalService.Password }).ShouldBeProblem(HttpStatusCode.BadRequest);
        var bare = await portal.Member(Roles.Caseworker);
        await portal.Db(db => db.Authenticators.Where(a => a.AccountId == bare.Id).ExecuteDeleteAsync());
        foreach (var code in (string[])["000000", "7K2M-Q9D4-0VBN-5RWE", " "]) await nobody.Post("/api/sign-in", new { email = bare.Email, password = PortalService.Password, code }).ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.Db(db => db.SignIns.AnyAsync(s => s.AccountId == account.Id || s.AccountId == bare.Id))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_code_from_the_app_works_once_also_when_it_is_sent_twice_at_once()
    {
        var account = await portal.Member(Roles.Caseworker);
        var code = await portal.AppCode();
        Task<HttpResponseMessage> Try() => nobody.Post("/api/sign-in", new { email = account.Email, password = PortalService.Password, code });
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Try()));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        await Try().ShouldBe(HttpStatusCode.Unauthorized);
        // Nor an earlier one, within its time.
        await nobody.Post("/api/sign-in", new { email = account.Email, password = PortalService.Password, code = TimeCode.At(PortalService.Key, TimeCode.Step(portal.Clock.GetUtcNow()) - 1) }).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Ten_recovery_codes_work_once_each_and_their_owner_is_told()
    {
        var email = $"{AccountId.New()}@people.example";
        var code = InvitationCode.New();
        await portal.Store(PortalService.AnInvitation(Roles.Caseworker, email, portal.Clock.GetUtcNow(), code: code));
        var codes = (await portal.Join(code)).RecoveryCodes;
        codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(10);
        Task<HttpResponseMessage> Try(string recovery) => nobody.Post("/api/sign-in", new { email, password = PortalService.Password, code = recovery });
        await Try(codes[3].ToLowerInvariant()).ShouldBe(HttpStatusCode.OK);
        await Try(codes[3]).ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.Letter(email)).ShouldContain("9 are left");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Try(codes[0])));
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        var row = await portal.Db(db => db.Authenticators.SingleAsync(a => db.Accounts.Any(o => o.Id == a.AccountId && o.Email == email)));
        row.RecoveryHashes.Count.ShouldBe(8);
        System.Text.Encoding.UTF8.GetString(row.ProtectedKey).ShouldNotContain("1234567890");
    }

    [Fact]
    public async Task Whoever_has_the_password_guesses_five_codes_and_then_waits_however_they_are_sent()
    {
        var account = await portal.Member(Roles.Caseworker);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => nobody.Post("/api/sign-in", new { email = account.Email, password = PortalService.Password, code = $"00000{i}" })));
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.Unauthorized);
        portal.Clock.Advance(TimeSpan.FromMinutes(15.1));
        await portal.ComeIn(account.Email!).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task On_pages_the_step_after_the_password_ends_after_ten_minutes_five_tries_or_one_use_and_belongs_to_its_browser()
    {
        var account = await portal.Member(Roles.Caseworker);
        (await portal.Use<ComingIn, string?>(c => c.GivePassword(account.Email!, "not the password at all", default))).ShouldBeNull();
        var handle = await Begin();
        (await Give("another browser's handle", await portal.AppCode(account.Email))).IsOver.ShouldBeTrue();
        (await Give(null, await portal.AppCode(account.Email))).IsOver.ShouldBeTrue();
        (await portal.Use<ComingIn, Admission>(c => c.WithPin(handle, PortalService.Pin, "123456", default))).IsOver.ShouldBeTrue("a step does for nothing else");
        (await Give(handle, await portal.AppCode(account.Email))).Handle.ShouldNotBeNull();
        (await Give(handle, await portal.AppCode(account.Email))).IsOver.ShouldBeTrue("used once");

        handle = await Begin();
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        (await Give(handle, await portal.AppCode(account.Email))).IsOver.ShouldBeTrue("ten minutes");

        handle = await Begin();
        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Give(handle, $"0000{i:00}")));
        tries.Count(t => !t.IsOver).ShouldBe(5, "guesses sent at once are counted one by one");
        (await portal.Db(db => db.SignInSteps.SingleAsync(s => s.HandleHash == SignIn.Hash(handle)))).Tries.ShouldBe(5);

        async Task<string> Begin() => (await portal.Use<ComingIn, string?>(c => c.GivePassword(account.Email!, PortalService.Password, default))).ShouldNotBeNull();
        Task<Admission> Give(string? to, string code) => portal.Use<ComingIn, Admission>(c => c.GiveCode(to, code, default));
    }
}

/// <summary>Young people: a code from their mail and a PIN.</summary>
public sealed class YoungSignInTests(YoungSignInTests.Own portal) : IClassFixture<YoungSignInTests.Own>
{
    // Alone, so that hashes can be counted.
    public sealed class Own : PortalService;

    private readonly HttpClient nobody = portal.AsNobody();

    [Fact]
    public async Task The_mailed_code_and_the_PIN_together_sign_in_once()
    {
        var account = await portal.Member(Roles.Mentee);
        var step = await Ask(account.Email!);
        var code = await portal.Code(account.Email!, "sign-in code: ");
        await Try(step, PortalService.Pin, Other(code)).ShouldBe(HttpStatusCode.Unauthorized);
        await Try(step, "735286", code).ShouldBe(HttpStatusCode.Unauthorized);
        var answer = await Try(step, "2580 14", code[..3] + " " + code[3..]).ShouldBe<ComeIn.Answer>(HttpStatusCode.OK);
        (await portal.WithSession(answer.Session).Get<WhoAmI.Answer>("/api/me")).Roles.ShouldBe([Roles.Mentee]);
        await Try(step, PortalService.Pin, code).ShouldBeProblem(HttpStatusCode.Unauthorized, "new code");
        portal.Log.Lines.ShouldNotContain(l => l.Contains(account.Email!, StringComparison.OrdinalIgnoreCase) || l.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Staff_and_strangers_get_the_same_answer_after_the_same_work_and_no_mail()
    {
        var young = await portal.Member(Roles.Mentee);
        var staff = await portal.Member(Roles.Caseworker);
        await Ask("warm@nowhere.example");
        var work = new List<(int Hashed, int Letters, int Steps)>();
        foreach (var email in (string[])[young.Email!, staff.Email!, "unknown@nowhere.example"])
        {
            var (hashed, steps) = (portal.Hasher.Count, await portal.Db(db => db.SignInSteps.CountAsync()));
            var step = await Ask(email);
            await Try(step, PortalService.Pin, "000000").ShouldBeProblem(HttpStatusCode.Unauthorized, "does not fit together");
            work.Add((portal.Hasher.Count - hashed, 1, await portal.Db(db => db.SignInSteps.CountAsync()) - steps));
        }

        work.Distinct().ShouldHaveSingleItem().Hashed.ShouldBe(1);
        await portal.Mail(young.Email!);
        await Eventually.Is(() => portal.Db(async db => !await db.Mails.AnyAsync()), "all letters are dealt with");
        var mails = portal.Mails.GetFiles("*.eml").Select(f => File.ReadAllText(f.FullName)).ToList();
        mails.ShouldNotContain(m => m.Contains(staff.Email!) || m.Contains("nowhere.example"));
        portal.Log.Lines.ShouldNotContain(l => l.Contains("Mail", StringComparison.Ordinal) && l.Contains("did not go", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_wrong_PINs_with_the_right_code_close_the_door_for_a_while_and_strangers_cannot_close_it()
    {
        var account = await portal.Member(Roles.Mentee);
        for (var i = 0; i < 5; i++) await Try(await Ask(account.Email!), "735286", "000000").ShouldBe(HttpStatusCode.Unauthorized);
        portal.Clock.Advance(TimeSpan.FromMinutes(15.1));
        var (step, code) = await AskAndRead(account.Email!);
        for (var i = 0; i < 4; i++) await Try(step, "735286", code).ShouldBe(HttpStatusCode.Unauthorized);
        await Try(step, PortalService.Pin, code).ShouldBe(HttpStatusCode.OK);

        (step, code) = await AskAndRead(account.Email!);
        for (var i = 0; i < 5; i++) await Try(step, "735286", code).ShouldBe(HttpStatusCode.Unauthorized);
        (step, code) = await AskAndRead(account.Email!);
        await Try(step, PortalService.Pin, code).ShouldBe(HttpStatusCode.Unauthorized);
        portal.Clock.Advance(TimeSpan.FromMinutes(15.1));
        (step, code) = await AskAndRead(account.Email!);
        await Try(step, PortalService.Pin, code).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_mailbox_is_not_flooded()
    {
        var account = await portal.Member(Roles.Mentee);
        for (var i = 0; i < 8; i++) await Ask(account.Email!);
        await Eventually.Is(() => portal.Db(async db => !await db.Mails.AnyAsync()), "all letters are dealt with");
        portal.Mails.GetFiles("*.eml").Count(f => File.ReadAllText(f.FullName).Contains($"To: {account.Email}\r\n")).ShouldBe(5);
    }

    [Fact]
    public async Task A_young_person_has_no_way_in_by_password()
    {
        var account = await portal.Member(Roles.Mentee);
        foreach (var password in (string[])[PortalService.Pin, PortalService.Password])
            await nobody.Post("/api/sign-in", new { email = account.Email, password, code = "000000" }).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<string> Ask(string email) => (await nobody.Post("/api/sign-in/codes", new { email }).ShouldBe<AskForCode.Answer>(HttpStatusCode.Accepted)).Step;

    private async Task<(string Step, string Code)> AskAndRead(string email)
    {
        await Eventually.Is(() => portal.Db(async db => !await db.Mails.AnyAsync()), "letters from before have gone out");
        var before = portal.Mails.GetFiles("*.eml").Length;
        var step = await Ask(email);
        await Eventually.Is(() => portal.Mails.GetFiles("*.eml").Length > before, "the mail has gone out");
        return (step, await portal.Code(email, "sign-in code: "));
    }

    private Task<HttpResponseMessage> Try(string step, string pin, string code) => nobody.Post("/api/sign-in", new { step, pin, code });

    private static string Other(string code) => code == "000000" ? "000001" : "000000";
}
