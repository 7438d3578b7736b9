using Mentoring.Portal;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>The pages that everybody's navigation leads to, with the keyboard alone and at 400 % zoom. Whole journeys without a mouse are the stories at a desk.</summary>
public sealed class KeyboardAndZoomTests(WholeSystem system, PageAccessTests.Place place) : IClassFixture<PageAccessTests.Place>
{
    [Theory]
    [InlineData(null)]
    [InlineData(Roles.Coordinator)]
    [InlineData(Roles.Mentor)]
    [InlineData(Roles.Mentee)]
    [InlineData(Roles.Caseworker)]
    [InlineData(Roles.SafeguardingLead)]
    [InlineData(Roles.Administrator)]
    public async Task Every_page_of_the_navigation_is_whole_by_keyboard_and_at_400_percent(string? role)
    {
        await using var visitor = await system.Visit(Visitor.Desk, script: true, role is null ? null : place.Town.Of(role).Own);
        var pages = Area.All.Where(area => role is null ? area.Folder == "Public" : area.Roles is [var only] && only == role).SelectMany(area => area.Links.Select(link => link.Href).Prepend(area.Home)).Distinct();
        foreach (var page in role is null ? pages.Append("/sign-in").Append("/concern") : pages.Append("/account"))
        {
            await visitor.Go(page);
            await visitor.ReachesEverythingByTab();
            await visitor.LosesNothingAt400Percent();
        }

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
