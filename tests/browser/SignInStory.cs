using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>Coming in, by every way there is.</summary>
public sealed class SignInStory(WholeSystem system)
{
    private const string Password = "harbour lantern nineteen";

    [Theory, EveryWay]
    public async Task Staff_join_with_a_password_and_an_app_sign_out_and_come_back_with_both(int width, bool script)
    {
        var (first, last, email) = system.People.Somebody("Cass");
        await system.People.Administrator.Api.Post("portal", "/api/invitations", new { role = "caseworker", email, name = $"{first} {last}" }, null, TestContext.Current.CancellationToken);
        var letter = await system.Letters.To(email, "Your code:");
        await using var v = await system.Visit(width, script);
        await v.Go("/work");
        await v.SeeHeading("Sign in");
        await v.Follow("Make your account with it");
        await v.Press("Continue", status: 422);
        await v.SeeErrors("Type the code from your mail.");
        await v.Fill("Your code", "7K2MX-Q9D4T-0VBNC-5RWEH-J8G3P");
        await v.Press("Continue", status: 422);
        await v.SeeErrors("This code does not work. Check it. It may have been used already, or be too old. Then ask whoever invited you for a new one.");
        await v.Fill("Your code", letter.Code);
        await v.Press("Continue");
        await v.SeeHeading("Choose a password");
        await v.Fill("Password", "password");
        await v.Press("Continue", status: 422);
        await v.SeeErrors("Use at least 12 characters. Three or four words in a row are good.");
        await v.Fill("Password", Password);
        await v.Press("Continue");
        await v.SeeHeading("One more lock");
        var key = (await v.Page.Locator(".key").InnerTextAsync()).Replace(" ", string.Empty, StringComparison.Ordinal);
        await v.Fill("The code that the app shows", "000000");
        await v.Press("Continue", status: 422);
        await v.Fill("The code that the app shows", App(key));
        await v.Press("Continue");
        await v.SeeHeading("Keep these codes");
        var recovery = await v.Page.Locator(".codes li").First.InnerTextAsync();
        await v.Reload();
        await v.See(recovery);
        await v.Press("I have kept them");
        await v.Go("/account/recovery-codes/new");
        await v.SeeHeading("Your account");
        await v.SeeNo(recovery);

        await v.Press("Sign out");
        await v.SeeHeading("You are signed out");
        await v.Back();
        await v.SeeNo(recovery);
        await v.Go("/account/sign-ins");
        await v.SeeHeading("Sign in");
        await v.Follow("I am a mentor or work with the programme");
        await v.Fill("E-mail", email);
        await v.Fill("Password", "not the password at all");
        await v.Press("Continue", status: 422);
        await v.SeeErrors("That e-mail and password do not go together, or there were too many tries. Check both. After five tries, wait 15 minutes.");
        await v.Fill("Password", Password);
        await v.Press("Continue");
        await v.SeeHeading("The code from your authenticator app");
        await v.Fill("The code from your authenticator app", recovery);
        await v.Press("Sign in");
        await v.SeeHeading("Where you are signed in");
        await v.See("This one");
        await v.LosesNothingAt400Percent();

        await v.Go("/account/password");
        await v.Fill("Your password now", Password);
        await v.Fill("New password", "seven quiet lighthouses");
        await v.Press("Change my password");
        await v.See("Your password is changed.");
        await v.Go("/account/sign-ins");
        await v.Press("Sign out everywhere");
        await v.SeeHeading("You are signed out");
    }

    [Theory, EveryWay]
    public async Task A_young_person_joins_with_a_PIN_and_comes_back_with_a_code_from_their_mail(int width, bool script)
    {
        var caseworker = await system.People.NewCaseworker();
        var (_, _, email, id) = await system.People.ReferMentee(caseworker);
        await caseworker.Api.Post("portal", "/api/invitations", new { role = "mentee", personId = id }, null, TestContext.Current.CancellationToken);
        var letter = await system.Letters.To(email, "Your code:");
        await using var v = await system.Visit(width, script);
        await v.Go("/join");
        await v.Fill("Your code", letter.Code);
        await v.Press("Continue");
        await v.SeeHeading("Hello and welcome");
        await v.Fill("Your PIN", "123456");
        await v.Fill("The same numbers again", "123456");
        await v.Press("This is my PIN", status: 422);
        await v.SeeErrors("That one is easy to guess. Mix the digits up more.");
        await v.Fill("Your PIN", "735286");
        await v.Fill("The same numbers again", "735286");
        await v.Press("This is my PIN");
        await v.SeeHeading("You are in");
        await v.Go("/account");
        await v.Press("Sign out");

        await v.Go("/sign-in/young");
        await v.Press("Send me a code", status: 422);
        await v.SeeErrors("Type your e-mail.");
        await v.Fill("What is your e-mail?", email);
        await v.Press("Send me a code");
        await v.SeeHeading("Check your mail");
        var code = (await system.Letters.To(email, "Your sign-in code:")).Text.Split("Your sign-in code: ")[1][..6];
        await v.Fill("The code from your mail", code);
        await v.Fill("Your PIN", "804417");
        await v.Press("Sign in", status: 422);
        await v.Fill("The code from your mail", code);
        await v.Fill("Your PIN", "735286");
        await v.Press("Sign in");
        await v.Go("/account/pin");
        await v.Fill("Your PIN now", "735286");
        await v.Fill("New PIN", "804417");
        await v.Fill("The new numbers again", "804417");
        await v.Press("Change my PIN");
        await v.See("Your PIN is changed.");
    }

    [Theory, EveryWay]
    public async Task A_caseworker_lets_a_young_person_who_forgot_their_PIN_choose_a_new_one(int width, bool script)
    {
        var caseworker = await system.People.NewCaseworker();
        var mentee = await system.People.InvitedMentee(caseworker);
        await using var work = await system.Visit(width, script, caseworker);
        await work.Go($"/work/mentees/{mentee.Id}");
        await work.Follow("Let them choose a new PIN");
        await work.See("by voice or face");
        await work.Press("Send the mail");
        await work.See("The mail with the code is on its way.");
        await using var v = await system.Visit(width, script);
        await v.Go("/forgot-pin");
        await v.Press("I have the new code");
        await v.Fill("Your code", (await system.Letters.To(mentee.Email, "new PIN")).Code);
        await v.Press("Continue");
        await v.Fill("Your PIN", "735286");
        await v.Fill("The same numbers again", "735286");
        await v.Press("This is my PIN");
        await v.Go("/me");
        await v.SeeHeading($"Hello {mentee.FirstName}");
    }

    [Theory, EveryWay]
    public async Task What_was_typed_is_still_there_after_being_signed_out_meanwhile(int width, bool script)
    {
        const string words = "I like it when people are on time.\nAnd \"quotes\" <b>too</b>.";
        var mentee = await system.People.InvitedMentee(await system.People.NewCaseworker());
        await using var v = await system.Visit(width, script, mentee);
        await v.Go("/me/about/words");
        await v.Fill("What should we know about you?", words);
        await v.Context.ClearCookiesAsync(new() { Name = People.Cookie });
        await v.Press("Save", status: 401);
        await v.SeeHeading("You were signed out");
        await v.Press("Send what I wrote", status: 401);
        await People.SignIn(v, mentee);
        await v.Press("Send what I wrote", status: 400);
        await v.SeeHeading("What you wrote is still here");
        await v.Press("Send what I wrote");
        await v.Go("/me/about/words");
        (await v.Typed("What should we know about you?")).ReplaceLineEndings("\n").ShouldBe(words);
    }

    [Fact]
    public async Task A_passkey_made_when_joining_opens_the_account_and_a_second_one_is_named_and_removed()
    {
        var (first, last, email) = system.People.Somebody("Pat");
        await system.People.Administrator.Api.Post("portal", "/api/invitations", new { role = "safeguarding-lead", email, name = $"{first} {last}" }, null, TestContext.Current.CancellationToken);
        await using var v = await system.Visit(360, script: true);
        await v.HoldPasskeyDevice();
        await v.Go("/join");
        await v.Fill("Your code", (await system.Letters.To(email, "Your code:")).Code);
        await v.Press("Continue");
        await v.Fill("Password", Password);
        await v.Press("Continue");
        await Passkey(v, "Make a passkey", "/safeguarding");
        await v.Go("/sign-out");
        await v.Press("Yes, sign me out");
        await v.Go("/account/passkeys");
        await v.SeeHeading("Sign in");
        await Passkey(v, "Sign in with a passkey", "/account/passkeys");
        await v.SeeHeading("Passkeys");
        await v.Lands("to the passkey", () => v.Click(v.Page.GetByRole(AriaRole.Link, new() { Name = "Name or remove" })));
        await v.Fill("Its name", "Blue phone");
        await v.Press("Save the name");
        await v.See("Blue phone");
    }

    // The script asks, the device answers, and the form is sent by itself.
    private static Task Passkey(Visitor v, string button, string where) => v.Lands(button, async () =>
    {
        await v.Click(v.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
        await v.Page.WaitForURLAsync($"**{where}");
    });

    private static string App(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] key = [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What authenticator apps compute (RFC 6238 section 1.2).
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFF_FFFF) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
