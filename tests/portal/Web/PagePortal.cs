using System.Net;
using System.Text.RegularExpressions;
using Mentoring.Portal.Tests.Web;
using Mentoring.Testing;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(PagePortal))]

namespace Mentoring.Portal.Tests.Web;

/// <summary>A portal whose services are all there, and say what a test wants: to read its pages as somebody's browser does, with no script.</summary>
public sealed partial class PagePortal : PortalService
{
    /// <summary>Stands for the session service.</summary>
    public Neighbour Sessions { get; private set; } = null!;

    /// <summary>Stands for the matching service.</summary>
    public Neighbour Matching { get; private set; } = null!;

    /// <summary>A moment in which something happened.</summary>
    public static DateTimeOffset Lately { get; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override async ValueTask InitializeAsync()
    {
        Sessions = await Neighbour.Start(Service.Session);
        Matching = await Neighbour.Start(Service.Matching);
        await base.InitializeAsync();
        Sessions.Portal = Matching.Portal = Address;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Sessions.DisposeAsync();
        await Matching.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody's browser, signed in; redirects are not followed.</summary>
    public async Task<HttpClient> Browser(Account account)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        browser.DefaultRequestHeaders.Add("Cookie", $"{SignInCookies.SignIn}={(await SignIn(account)).Handle}");
        return browser;
    }

    /// <summary>Sends a page's form, with the form's own token, as a browser does.</summary>
    public static async Task<HttpResponseMessage> Send(HttpClient browser, string path, HttpContent form)
    {
        using var page = await browser.Get(path);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var cookie = Given(page);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Add("Cookie", WithOwn(browser, cookie));
        request.Headers.Add("RequestVerificationToken", Token().Match(html).Groups["token"].Value);
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What the next page says after something was sent: where it leads, or somewhere else, with the cookies that were given.</summary>
    public static async Task<string> Then(HttpClient browser, HttpResponseMessage sent, string? path = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path ?? sent.Headers.Location!.OriginalString);
        request.Headers.Add("Cookie", WithOwn(browser, Given(sent)));
        using var page = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static string Given(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : string.Empty;

    private static string WithOwn(HttpClient browser, string cookies) => browser.DefaultRequestHeaders.TryGetValues("Cookie", out var own) ? $"{own.Single()}; {cookies}" : cookies;

    /// <summary>What a page says, without its tags and with single spaces.</summary>
    public static async Task<string> Words(HttpClient browser, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var page = await browser.Get(path).ShouldBe(status);
        return Words(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What HTML says, without its tags and with single spaces.</summary>
    public static string Words(string html) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ");

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, string>> Settings() =>
    [
        .. base.Settings().Where(s => s.Key is not ("Services:Session" or "Services:Matching")),
        new("Services:Session", Sessions.Address.AbsoluteUri),
        new("Services:Matching", Matching.Address.AbsoluteUri),
    ];

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
