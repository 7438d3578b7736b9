using System.Net;
using System.Text.RegularExpressions;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>What every page answers with, and what happens when something is wrong.</summary>
/// <param name="portal">The portal.</param>
public sealed partial class PublicPageTests(PortalService portal)
{
    /// <summary>The pages a stranger can read.</summary>
    public static TheoryData<string> Pages { get; } = ["/", "/for-young-people", "/for-mentors", "/for-businesses", "/privacy", "/accessibility", "/contact", "/thank-you"];

    /// <summary>One heading, one title, a strict policy, nothing cached.</summary>
    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_has_one_heading_and_lets_only_its_own_scripts_run(string path)
    {
        using var browser = portal.AsNobody();
        using var page = await browser.Get(path).ShouldBe(HttpStatusCode.OK);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Regex.Count(html, "<h1").ShouldBe(1);
        html.ShouldNotContain("style=\"");
        html.ShouldNotContain("onclick");

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldNotContain("unsafe");
        var nonce = NonceInPolicy().Match(policy).Groups["nonce"].Value;
        nonce.Length.ShouldBe(22);
        foreach (Match script in Script().Matches(html)) script.Value.ShouldContain($"nonce=\"{nonce}\"");
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    /// <summary>A nonce that could be foreseen would let others' scripts run.</summary>
    [Fact]
    public async Task No_two_answers_have_the_same_nonce()
    {
        using var browser = portal.AsNobody();
        var policies = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            using var page = await browser.Get("/");
            policies.Add(page.Headers.GetValues("Content-Security-Policy").Single());
        }

        policies.Distinct().Count().ShouldBe(3);
    }

    /// <summary>People get a page, programs a problem document.</summary>
    [Fact]
    public async Task An_address_that_is_not_there_is_answered_in_words()
    {
        using var browser = portal.AsNobody();
        using var page = await browser.Get("/nothing/here").ShouldBe(HttpStatusCode.NotFound);
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("There is nothing here");
        using var itself = await browser.Get("/problem/500").ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>What is asked of mentors is the same wherever it is said; they sign it in their agreement.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/for-mentors")]
    public async Task What_is_asked_of_a_mentor_is_one_promise(string path)
    {
        using var browser = portal.AsNobody();
        var words = await PagePortal.Words(browser, path);
        words.ShouldContain("bout two hours a month");
        words.ShouldContain("for at least a year");
        words.ShouldNotContain("an hour or two");
        words.ShouldNotContain("six months");
    }

    /// <summary>Another site cannot send our forms.</summary>
    [Fact]
    public async Task A_form_without_its_token_changes_nothing_and_says_why()
    {
        using var browser = portal.AsNobody();
        using var answer = await browser.PostAsync("/for-mentors", new FormUrlEncodedContent([new("Name", "Robin Hart"), new("Email", "robin.hart@people.example")]), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("This page was open for too long");
    }

    /// <summary>Styles and scripts are kept for ever under the name of their content, and small.</summary>
    [Fact]
    public async Task What_pages_load_is_cached_for_ever_and_compressed()
    {
        using var browser = portal.AsNobody();
        using var page = await browser.Get("/");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var assets = Asset().Matches(html).Select(m => m.Value).Distinct().ToList();
        assets.Count.ShouldBeGreaterThanOrEqualTo(4);
        var total = 0L;
        foreach (var asset in assets)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, asset);
            request.Headers.AcceptEncoding.ParseAdd("br");
            using var file = await browser.SendAsync(request, TestContext.Current.CancellationToken);
            file.StatusCode.ShouldBe(HttpStatusCode.OK);
            file.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
            total += (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        total.ShouldBeLessThan(100 * 1024);
        using var none = await browser.Get("/assets/site.css").ShouldBe(HttpStatusCode.NotFound);
    }

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'", RegexOptions.None, 1000)]
    private static partial Regex NonceInPolicy();

    [GeneratedRegex("<script[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Script();

    [GeneratedRegex("/assets/[a-z0-9.-]+", RegexOptions.None, 1000)]
    private static partial Regex Asset();
}
