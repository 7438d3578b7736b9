using Mentoring.Portal;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>Nothing of one person is left in the browser for the next.</summary>
public sealed class CacheTests(WholeSystem system)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_person_at_the_same_browser_sees_nothing_of_the_one_before(bool script)
    {
        var people = system.People;
        var caseworker = await people.NewCaseworker();
        var (one, other) = (await people.InvitedMentee(caseworker, "Wren"), await people.InvitedMentee(caseworker, "Lark"));
        await using var visitor = await system.Visit(Visitor.Phone, script, one);
        await visitor.Go("/me");
        await visitor.See(one.FirstName);
        await visitor.Go("/account");
        await visitor.Press("Sign out");
        await People.SignIn(visitor, other);
        await visitor.Back();
        await visitor.SeeNo(one.FirstName, one.LastName, one.Email);
        await visitor.Back();
        await visitor.SeeNo(one.FirstName, one.LastName, one.Email);
        await visitor.Go("/me");
        await visitor.See(other.FirstName);
        await visitor.SeeNo(one.FirstName, one.LastName, one.Email);
    }

    [Fact]
    public async Task Only_what_everybody_gets_may_be_kept_and_that_for_long()
    {
        using var messenger = new Messenger(system.Portal);
        var start = await messenger.Ask(HttpMethod.Get, "/", who: null);
        var assets = System.Text.RegularExpressions.Regex.Matches(start.Text, "(?:href|src)=\"(?<path>/assets/[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["path"].Value).Distinct().ToArray();
        assets.ShouldNotBeEmpty();
        foreach (var asset in assets)
        {
            var kept = await messenger.Ask(HttpMethod.Get, asset, who: null);
            kept.Headers["cache-control"].ShouldContain("immutable", Case.Insensitive, asset);
            kept.Headers.Keys.ShouldNotContain("set-cookie", asset);
        }

        foreach (var area in Area.All.Where(a => a.Roles.Count == 1))
        {
            var reply = await messenger.Ask(HttpMethod.Get, area.Home, await Somebody(area.Roles[0]));
            reply.Headers["cache-control"].ShouldBe("no-store", area.Home);
        }
    }

    private async Task<Member> Somebody(string role) => role switch
    {
        Roles.Coordinator => await system.People.NewCoordinator(),
        Roles.Caseworker => await system.People.NewCaseworker(),
        Roles.SafeguardingLead => await system.People.NewLead(),
        Roles.Mentor => await system.People.InvitedMentor(await system.People.NewCoordinator()),
        Roles.Mentee => await system.People.InvitedMentee(await system.People.NewCaseworker()),
        _ => system.People.Administrator,
    };
}
