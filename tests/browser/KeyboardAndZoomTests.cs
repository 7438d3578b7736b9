using System.Collections.Concurrent;
using System.Net;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>Every page that opens by its address, with axe, the keyboard alone and at 400 % zoom. Whole journeys without a mouse are the stories at a desk, by <c>deploy/test --keyboard</c>.</summary>
public sealed class KeyboardAndZoomTests(WholeSystem system, PageAccessTests.Place place) : IClassFixture<PageAccessTests.Place>
{
    // What is for several roles is looked at by one of them.
    private static readonly ConcurrentDictionary<string, byte> Looked = new(StringComparer.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData(Roles.Coordinator)]
    [InlineData(Roles.Mentor)]
    [InlineData(Roles.Mentee)]
    [InlineData(Roles.Caseworker)]
    [InlineData(Roles.SafeguardingLead)]
    [InlineData(Roles.Administrator)]
    public async Task Every_page_is_accessible_and_whole_by_keyboard_and_at_400_percent(string? role)
    {
        var who = role is null ? null : place.Town.Of(role).Own;
        await using var visitor = await system.Visit(Visitor.Desk, script: true, who);
        var seen = 0;
        foreach (var page in SitePage.All.Where(page => role is null ? page.IsForAnybody : page.Area.Roles.Contains(role)))
        {
            // Files are no pages, and some questions are asked only at their turn: the stories come to those.
            var address = place.Town.Address(page)!;
            if (await place.Messenger.Ask(HttpMethod.Get, address, who) is not { Status: HttpStatusCode.OK, IsHtml: true } || !Looked.TryAdd(page.Route, 0)) continue;
            await visitor.Go(address);
            await visitor.ReachesEverythingByTab();
            await visitor.LosesNothingAt400Percent();
            seen++;
        }

        seen.ShouldBeGreaterThan(2);
        await visitor.Go(role is null ? "/" : "/account");
        await visitor.SkipsToContent();
    }

    [Fact]
    public async Task A_long_name_on_a_button_or_in_a_heading_breaks_and_pushes_nothing_sideways()
    {
        await using var visitor = await system.Visit(Visitor.Phone, script: true);
        await visitor.Go("/contact");
        var sideways = await visitor.Page.EvaluateAsync<bool>("""
            () => {
                const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2);
                const main = document.querySelector('main');
                for (const [tag, style] of [['a', 'govuk-button'], ['h1', 'govuk-heading-xl'], ['p', 'govuk-body']]) {
                    const element = document.createElement(tag);
                    element.className = style;
                    element.textContent = long;
                    main.append(element);
                }
                return document.documentElement.scrollWidth > document.documentElement.clientWidth;
            }
            """);
        sideways.ShouldBeFalse();
    }
}
