using Mentoring.Portal;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>The pages that everybody's navigation leads to, with the keyboard alone and at 400 % zoom; and whole journeys without a mouse.</summary>
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_young_person_books_a_session_without_a_mouse(bool script)
    {
        var people = system.People;
        var caseworker = await people.NewCaseworker();
        var mentor = await people.ClearedMentor(await people.NewCoordinator(), caseworker);
        var mentee = await people.ReadyMentee(caseworker);
        var match = await People.ActiveMatch(caseworker, mentee, mentor);
        var time = (await People.Slots(mentee, match)).First(t => t.Minute == 0 && London.DateAt(t) > People.Today);
        await using var visitor = await system.Visit(Visitor.Phone, script, mentee);
        await visitor.Go("/me");
        await visitor.KeyPress("Plan a time");
        await visitor.KeyPress($"{Say.Time(London.TimeAt(time))} on {Say.Day(London.DateAt(time))}");
        await visitor.KeyPress("By video");
        await visitor.See($"It is planned: {Say.When(time)}.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_asks_for_a_mentor_without_a_mouse_and_is_led_to_what_is_missing(bool script)
    {
        await using var visitor = await system.Visit(Visitor.Desk, script);
        await visitor.Go("/");
        await visitor.KeyFollow("For young people");
        await visitor.KeyFill("Your first name", "Ina");
        await visitor.KeyPress("Ask for a mentor");
        await visitor.SeeErrors("Tell us your last name.", "Tell us the day, the month and the year you were born, such as 17 4 2008.", "Tell us your e-mail or your phone number, so that we can reach you.");
    }
}
