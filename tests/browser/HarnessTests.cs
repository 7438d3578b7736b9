using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>The tools that look at pages see what is wrong with one.</summary>
public sealed class HarnessTests(WholeSystem system)
{
    private const string Head = "<!doctype html><html lang=en><head><meta name=viewport content='width=device-width'><title>A page to find fault with</title>";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_with_faults_is_found_out_with_script_and_without(bool script)
    {
        await using var visitor = await system.Visit(Visitor.Phone, script);
        await visitor.Page.RouteAsync("**/faulty", route => route.FulfillAsync(new() { ContentType = "text/html", Body = Head + "<body><main><h1>A</h1><h1>B</h1><p id=a>x<p id=a>y<form method=post><input></form><div style='width:900px'>wide</div><img src=/nothing-here></main>" }));
        var failed = await Assert.ThrowsAsync<ShouldAssertException>(() => visitor.Go("/faulty"));
        foreach (var fault in new[] { "2 h1", "scrolls sideways", "ids are there twice: a", "without an antiforgery token", "no Content-Security-Policy", "accessibility: label", "accessibility: image-alt", "/nothing-here" })
            failed.Message.ShouldContain(fault);
    }

    [Fact]
    public async Task What_a_policy_forbids_and_what_comes_from_elsewhere_is_found_out()
    {
        await using var visitor = await system.Visit(Visitor.Desk, script: true);
        await visitor.Page.RouteAsync("**/forbidden", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Headers = new Dictionary<string, string> { ["content-security-policy"] = "default-src 'self'" },
            Body = Head + "<title>Another page to find fault with</title><body><main><h1>A</h1><p style='color:red'>x</p><script>1</script><img alt='' src='http://127.0.0.1:9/x.png'></main>",
        }));
        var failed = await Assert.ThrowsAsync<ShouldAssertException>(() => visitor.Go("/forbidden"));
        foreach (var fault in new[] { "inline style", "inline script", "127.0.0.1:9" }) failed.Message.ShouldContain(fault, Case.Insensitive);
    }

    [Fact]
    public async Task People_of_every_kind_can_be_made_and_brought_to_a_session()
    {
        var people = system.People;
        var coordinator = await people.NewCoordinator();
        var caseworker = await people.NewCaseworker();
        var mentor = await people.ClearedMentor(coordinator, caseworker);
        var mentee = await people.ReadyMentee(caseworker);
        var match = await People.ActiveMatch(caseworker, mentee, mentor);
        (await People.Book(mentee, match)).ShouldNotBe(Guid.Empty);
    }
}
