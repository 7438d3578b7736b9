using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>What follows from a word after a session.</summary>
/// <param name="portal">The portal.</param>
public sealed class HowItWasTests(PagePortal portal)
{
    [Theory]
    [InlineData(Roles.Mentee, "not-safe", "I said that I do not feel safe.")]
    [InlineData(Roles.Mentor, "unsure", "I said that I am not sure whether I feel safe.")]
    public async Task A_worry_begins_a_concern_that_is_theirs_to_send_and_the_page_says_what_happens_when_they_do_not(string role, string safe, string words)
    {
        var (session, match) = Asked();
        using var browser = await Somebody(role);
        using var sent = await PagePortal.Send(browser, Page(role, session), Says(safe, "Somewhere else."));
        sent.StatusCode.ShouldBe(HttpStatusCode.Found);
        sent.Headers.Location!.OriginalString.ShouldBe("/concern");

        var html = await (await browser.Get("/concern")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var page = PagePortal.Words(html);
        foreach (var said in (string[])["Call 999", "Childline 0800 1111", words, "Somewhere else.", "You choose whether to send it.", "still sees what you said about feeling safe", "Do not send it"]) page.ShouldContain(said);

        using var left = await PagePortal.Send(browser, "/concern?handler=Leave", new FormUrlEncodedContent([]));
        left.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await PagePortal.Words(browser, "/concern")).ShouldNotContain("We began this for you");
        _ = match;
    }

    [Fact]
    public async Task What_was_begun_before_is_not_written_over()
    {
        var (first, _) = Asked();
        var (second, _) = Asked();
        using var browser = await Somebody(Roles.Mentee);
        (await PagePortal.Send(browser, Page(Roles.Mentee, first), Says("not-safe", "The first time."))).Dispose();
        (await PagePortal.Send(browser, Page(Roles.Mentee, second), Says("not-safe", "The second time."))).Dispose();
        var page = await PagePortal.Words(browser, "/concern");
        page.ShouldContain("The first time.");
        page.ShouldNotContain("The second time.");
    }

    [Fact]
    public async Task Who_feels_safe_is_thanked_and_nothing_is_begun()
    {
        var (session, _) = Asked();
        using var browser = await Somebody(Roles.Mentee);
        using var sent = await PagePortal.Send(browser, Page(Roles.Mentee, session), Says("safe", null));
        sent.Headers.Location!.OriginalString.ShouldBe($"/me/sessions/{session}");
        (await PagePortal.Words(browser, "/concern")).ShouldNotContain("We began this for you");
    }

    private (Guid Session, Guid Match) Asked()
    {
        var (session, match) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        portal.Sessions.Has($"/sessions/{session}", new { matchId = match, startsAt = PagePortal.Lately }, _ => true);
        portal.Sessions.Has($"/sessions/{session}/pulse", new { said = (object?)null, whyNot = (string?)null }, _ => true);
        portal.Sessions.Has($"POST /sessions/{session}/pulse", new { }, _ => true);
        return (session, match);
    }

    private async Task<HttpClient> Somebody(string role) =>
        await portal.Browser(await portal.Member(role, mentor: role == Roles.Mentor ? MentorId.New() : null, mentee: role == Roles.Mentee ? MenteeId.New() : null));

    private static string Page(string role, Guid session) => $"/{(role == Roles.Mentee ? "me" : "mentor")}/sessions/{session}/how-was-it";

    private static FormUrlEncodedContent Says(string safe, string? change) => new([new("How", "not-so-good"), new("Safe", safe), .. change is null ? Array.Empty<KeyValuePair<string, string>>() : [new("Change", change)]]);
}
