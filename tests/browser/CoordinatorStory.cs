using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>A business' coordinator: from an empty first page to people who are invited, mended and ended.</summary>
public sealed class CoordinatorStory(WholeSystem system)
{
    [Theory, EveryWay]
    public async Task A_coordinator_adds_somebody_invites_them_and_lets_them_go(int width, bool script)
    {
        var people = system.People;
        var coordinator = await people.NewCoordinator();
        var (first, last, email) = people.Somebody("Amina");
        await using var v = await system.Visit(width, script, coordinator);

        await v.Go("/partner");
        await v.See("Who would make a good mentor?", "No sessions yet.");
        await v.Press("Add a mentor");
        await v.Press("Continue", status: 422);
        await v.SeeErrors("Enter their first name.", "Enter their last name.", "Enter their e-mail address. The invitation goes there.");
        await v.Fill("First name", first);
        await v.Fill("Last name", last);
        await v.Fill("E-mail address", "not an address");
        await v.Press("Continue", status: 422);
        await v.SeeErrors("Enter an e-mail address like name@example.org.");
        (await v.Typed("First name")).ShouldBe(first);
        await v.Fill("E-mail address", email);
        await v.Press("Continue");

        await v.FillDate("Date of birth", People.Today.AddYears(-17));
        await v.Press("Continue", status: 422);
        await v.SeeErrors("Mentors are 18 or older.");
        await v.FillDate("Date of birth", new DateOnly(1988, 7, 3));
        await v.Fill("Job (optional)", "Baker");
        await v.Press("Continue");
        await v.Press("Continue", status: 422);
        await v.SeeErrors("Choose in person, online, or both.");
        await v.Tick("In person");
        await v.Press("Continue");

        await v.SeeHeading("Check your answers");
        await v.Follow("Change job");
        await v.Fill("Job (optional)", "Head baker");
        await v.Press("Continue");
        await v.See("Head baker", email, "3 July 1988");
        await v.Press($"Register {first}");
        await v.SeeHeading($"{first} {last} is registered");
        await v.See("The invitation is on its way.");
        await v.Reload();
        var letter = await system.Letters.To(email, "code");
        letter.Code.ShouldNotBeNullOrEmpty();

        await v.Follow("See our people");
        await v.See("1 person", "Has not finished the application yet.");
        await v.Fill("Find by name or e-mail", "nobody of this name");
        await v.Press("Find");
        await v.See("Nobody fits.");
        await v.Press("Show all again");
        await v.Fill("Find by name or e-mail", last);
        await v.Press("Find");
        await v.Follow("Ready to mentor");
        await v.See("Nobody fits.");
        await v.Follow("Everybody");
        await v.Follow($"{first} {last}");
        await v.See("The invitation is out", "The checks begin once");
        await v.Press("Send it again");
        await v.See($"The invitation is on its way to {first}.");

        await v.Follow($"End the registration of {first}");
        await v.SeeHeading($"End the registration of {first}?");
        await v.Follow("No, go back");
        await v.Follow($"End the registration of {first}");
        await v.Fill("Why, if you want to say", "She has moved away.");
        await v.Press("Yes, end it");
        await v.See($"The registration of {first} has ended.", "Not in the programme any more.");
        await v.Go("/partner");
        await v.See("Ended");
    }

    [Theory, EveryWay]
    public async Task A_coordinator_brings_a_spreadsheet_and_mends_what_is_wrong_in_it(int width, bool script)
    {
        var people = system.People;
        var coordinator = await people.NewCoordinator();
        var (first, last, email) = people.Somebody("Ada");
        var (second, name, other) = people.Somebody("Ben");
        await using var v = await system.Visit(width, script, coordinator);

        await v.Go("/partner/import");
        (await v.Download("Take an example list to fill in")).ShouldContain("Date of birth");
        await v.Press("Read the list", status: 422);
        await v.SeeErrors("Choose a file.");
        await v.Upload("Your list as a CSV file", "people.csv", "Nothing,In here\r\nthat,we know\r\n");
        await v.Lands("sending a list without the columns", () => v.Click(v.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Read the list" })), status: 422);
        await v.See("The first row has to name the columns.");
        await v.Upload("Your list as a CSV file", "people.csv", $"First name;Surname;E-mail;Date of birth;In person?;Online?;Shoe size\r\n{first};{last};{email};03/05/1986;Yes;Yes;40\r\n{second};{name};{other};31/02/1990;Yes;No;44\r\n");
        await v.Press("Read the list");

        await v.SeeHeading("What is in your list");
        await v.See("We left alone: Shoe size.", "Row 3", "To mend (1)");
        (await v.Download("Take the 1 row to mend as a file")).ShouldContain("What to mend");
        await v.Follow("New (1)");
        await v.See($"{first} {last}", "Row 2");
        await v.Press("Take in the 1 good row");
        await v.SeeHeading("1 person is registered");
        await v.See("1 row needs mending");
        await v.Reload();
        await v.Press("Invite them");
        await v.Press("Invite the person here who has no invitation");
        await v.See("1 invitation is on the way.", "Invited on");
        (await system.Letters.To(email, "code")).Code.ShouldNotBeNullOrEmpty();
    }

    [Theory, EveryWay]
    public async Task A_long_list_shows_how_far_it_is(int width, bool script)
    {
        const int Rows = 900;
        var company = $"m{Guid.CreateVersion7():N}.example";
        await using var v = await system.Visit(width, script, await system.People.NewCoordinator());
        await v.Go("/partner/import");
        await v.Upload("Your list as a CSV file", "people.csv", "First name,Surname,E-mail,Date of birth,In person?,Online?\r\n"
            + string.Concat(Enumerable.Range(1, Rows).Select(row => $"Ada,Person,ada{row}@{company},03/05/1986,Yes,Yes\r\n")));
        await v.Press("Read the list");
        await v.Press($"Take in the {Rows} good rows");
        await v.SeeHeading("Your list is being taken in");
        await v.See($"of {Rows} rows done", "it goes on by itself");
        await v.SeeInTheEnd($"{Rows} people are registered");
    }

    [Theory, EveryWay]
    public async Task A_coordinator_sees_how_far_the_checks_are_and_never_how_one_came_out(int width, bool script)
    {
        var people = system.People;
        var (coordinator, caseworker) = (await people.NewCoordinator(), await people.NewCaseworker());
        var cleared = await people.ClearedMentor(coordinator, caseworker);
        var waiting = await people.AppliedMentor(coordinator, "Merrin");
        await caseworker.Api.Post("mentor", $"/mentors/{waiting.Id}/checks", new { kind = "identity", outcome = "failed", decidedOn = People.Today }, null, CancellationToken.None);
        var mentee = await people.ReadyMentee(caseworker);
        await People.ActiveMatch(caseworker, mentee, cleared);
        await using var v = await system.Visit(width, script, coordinator);

        await v.Go("/partner");
        await v.See("Waiting for the programme", "1 person is being checked");
        await v.SeeNo(mentee.FirstName, mentee.LastName, "failed", "passed");
        await v.Follow("Being checked");
        await v.Follow(waiting.Name);
        await v.See("Identity", "Made", "Waiting");
        await v.SeeNo("failed", "passed", "Failed", "Passed");

        await v.Go($"/partner/people/{cleared.Id}");
        await v.SeeNo(mentee.FirstName, mentee.LastName);
        await v.Follow($"Let {cleared.FirstName} take a break");
        await v.Press("Yes, start the break");
        await v.See($"{cleared.FirstName} is on a break.", "Taking a break.");
        await v.LosesNothingAt400Percent();
    }
}
