using Mentoring.Portal.Pages.Programme;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>The programme in figures, as its readers see it.</summary>
public sealed class ProgrammeStory(WholeSystem system)
{
    [Theory, EveryWay]
    public async Task Staff_see_how_the_programme_goes_and_take_figures_with_them(int width, bool script)
    {
        var people = system.People;
        var (caseworker, coordinator) = (await people.NewCaseworker(), await people.NewCoordinator());
        var mentor = await people.ClearedMentor(coordinator, caseworker);
        var mentee = await people.ReadyMentee(caseworker);
        await people.ReadyMentee(caseworker, "Rowan");
        await People.ActiveMatch(caseworker, mentee, mentor);
        var here = Cohort.Last(People.Today);

        await using (var v = await system.Visit(width, script, caseworker))
        {
            await v.Go("/programme");
            await v.SeeHeading("The programme in figures");
            await v.Select("Whose", "Mine, and those I cover");
            await v.Press("Show");
            await v.SeeInTheEnd("young people referred", "met a first mentor", "is ready and waiting today", "1 match was open, 1 of them active.", "Of 1 young person who met a first mentor, half waited 0 days or less");
            await v.See("No match ended in these days.", "Nobody has rated a goal twice yet", "No session was held in these days.", "Before you pass figures on");
            await v.SeeNo(mentee.FirstName, mentee.LastName, mentor.LastName);

            // The choice stays, also in what is downloaded.
            await v.Select("Referred", here[1].Text);
            await v.Press("Show");
            await v.See($"referred from {here[1].Text}.", "Nobody met a first mentor in these days.");
            await v.Select("Referred", here[0].Text);
            await v.Press("Show");
            (await v.Download("Download as CSV – Matches by stage and age")).ShouldContain("Active,1,0,0,0,0,1");
            (await v.Download("Download to pass on – Matches by stage and age")).ShouldContain("Active,fewer than 10,");

            // Days that do not exist are said, and stay as they were typed.
            await v.Go("/programme?From.Day=31&From.Month=2&From.Year=2026&To.Day=1&To.Month=3&To.Year=2026", status: 422);
            await v.SeeErrors("The first day must be a real date, such as 1 4 2026.");
            (await v.Page.Locator("#From").InputValueAsync()).ShouldBe("31");
            await v.FillDate("From", People.Today.AddDays(-3));
            await v.FillDate("To", People.Today);
            await v.Press("Show");
            await v.See("all young people");
            await v.LosesNothingAt400Percent();
        }

        await using (var a = await system.Visit(width, script, people.Administrator))
        {
            await a.Go("/programme");
            await a.See("young people referred", "How long young people wait", "Matches by stage and age", "Contact kept to the fortnight", "Early endings by reason", "How goals changed", "Hours given by partner");
            (await a.Page.GetByLabel("Whose").CountAsync()).ShouldBe(0);
        }

        // Partners see their own dashboard, and no young people below ten.
        await using var c = await system.Visit(width, script, coordinator);
        await c.Go("/programme", status: 403);
    }
}
