using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests;

public sealed class CookieTests(CookieTests.Own portal) : IClassFixture<CookieTests.Own>
{
    // Two addresses that stand for pages.
    public sealed class Own : PortalService
    {
        protected override void Configure(IServiceCollection services)
        {
            base.Configure(services);
            services.AddSingleton<IStartupFilter, Pages>();
        }
    }

    private sealed class Pages : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.UseEndpoints(routes =>
            {
                routes.MapMethods("/page-of-everybody", ["GET", "HEAD", "POST"], (Caller caller) => caller.Account.ToString()).ForEverybodySignedIn().WithMetadata(OwnTransaction.Mark);
            });
        };
    }

    [Fact]
    public async Task A_page_knows_who_it_is_by_the_cookie_and_the_API_never_does()
    {
        var account = await portal.Member(Roles.Mentor);
        using var browser = Browser((await portal.SignIn(account)).Handle);
        (await (await browser.Get("/page-of-everybody").ShouldBe(HttpStatusCode.OK)).Content.ReadAsStringAsync()).ShouldBe(account.Id.ToString());
        foreach (var api in (string[])["/api/me", "/API/me", "/Api/Me?x=/page"]) await browser.Get(api).ShouldBe(HttpStatusCode.Unauthorized);
        await browser.Post("/api/sign-out").ShouldBe(HttpStatusCode.Unauthorized);
        await browser.Get("/page-of-everybody").ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_takes_no_handle_and_no_token_in_a_header()
    {
        var account = await portal.Member(Roles.Mentor);
        var session = await portal.SignedIn(account);
        using var browser = Browser(null);
        foreach (var header in (string[])[session.DefaultRequestHeaders.Authorization!.ToString(), "Bearer " + await portal.Token(session, "portal")])
        {
            browser.DefaultRequestHeaders.Remove("Authorization");
            browser.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
            await browser.Get("/page-of-everybody").ShouldBe(HttpStatusCode.Found);
        }
    }

    [Theory]
    [InlineData("GET", "/page-of-everybody?after=1", 302, "/sign-in?next=%2Fpage-of-everybody%3Fafter%3D1")]
    [InlineData("HEAD", "/page-of-everybody", 302, "/sign-in?next=%2Fpage-of-everybody")]
    [InlineData("POST", "/page-of-everybody?step=2&handler=Remove", 303, "/sign-in?next=%2Fpage-of-everybody%3Fstep%3D2")]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_back_to_the_page(string method, string page, int status, string where)
    {
        foreach (var handle in (string?[])[null, "nonsense", new('A', 43)])
        {
            using var browser = Browser(handle);
            using var answer = await browser.SendAsync(new HttpRequestMessage(new(method), page), TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBe(status);
            answer.Headers.Location!.OriginalString.ShouldBe(where);
        }
    }

    [Fact]
    public async Task Another_roles_page_is_refused_and_a_shut_account_is_out_on_the_next_request()
    {
        var account = await portal.Member(Roles.Mentor);
        using var browser = Browser((await portal.SignIn(account)).Handle);
        await browser.Get("/work").ShouldBe(HttpStatusCode.Forbidden);
        await portal.Db(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == account.Id)).Disable(portal.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        await browser.Get("/page-of-everybody").ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData("/me/sessions?from=2", "/me/sessions?from=2")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/sign-in?next=/me", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Nobody_is_led_away_after_signing_in(string? next, string where) => SignInCookies.LocalOrHome(next).ShouldBe(where);

    private HttpClient Browser(string? handle)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal.Address };
        if (handle is not null) browser.DefaultRequestHeaders.Add("Cookie", $"{SignInCookies.SignIn}={handle}");
        return browser;
    }
}
