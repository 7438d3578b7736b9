using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>A mentor: from the invitation to an application, from a yes to a goodbye.</summary>
public sealed class MentorStory(WholeSystem system)
{
    [Theory, EveryWay]
    public async Task A_mentor_fills_in_the_application_part_by_part_and_signs(int width, bool script)
    {
        var people = system.People;
        var mentor = await people.InvitedMentor(await people.NewCoordinator());
        await using var v = await system.Visit(width, script, mentor);

        await v.Go("/mentor");
        await v.SeeHeading($"Hello {mentor.FirstName}");
        await v.Press("Go on with your application");
        await v.See("Not needed yet", "To do");

        await v.Follow("About me");
        await v.Fill("A few words to the young person", string.Empty);
        await v.Press("Save", status: 422);
        await v.SeeErrors("Write a few words about you.");
        await v.Fill("A few words to the young person", "I left school at sixteen and bake bread.");
        await v.Tick("Walk and talk");
        await v.Fill("Phone number (optional)", "not a number");
        await v.Press("Save", status: 422);
        await v.SeeErrors("This is not a phone number: 7 to 15 digits, with spaces and a plus at will.");
        (await v.Typed("A few words to the young person")).ShouldBe("I left school at sixteen and bake bread.");
        await v.Fill("Phone number (optional)", "07700 900877");
        await v.Press("Save");
        await v.See("This is what young people read about you.");

        await v.Follow("How I can help");
        await v.Tick("Housing", "What can you help with?");
        await v.Tick("Housing", "What can you not help with? (optional)");
        await v.Select("Where do you work? (optional)", "Shops");
        await v.Select("The youngest age you welcome (optional)", "16");
        await v.Press("Save", status: 422);
        await v.SeeErrors("You chose “Housing” in both lists. Can you help with it or not?");
        await v.Untick("Housing", "What can you not help with? (optional)");
        await v.Choose("Two");
        await v.Press("Save");

        await v.Follow("When I am free");
        await v.Press("Add this time", status: 422);
        await v.SeeErrors("Choose at least one day.", "Choose from when.", "Choose until when.");
        await v.Tick("Tuesday");
        await v.Tick("Saturday");
        await v.Select("From", "6pm");
        await v.Select("Until", "5pm");
        await v.Press("Add this time", status: 422);
        await v.SeeErrors("This is before it begins. Choose a later time.");
        await v.Select("Until", "8pm");
        await v.Press("Add this time");
        await v.See("You are free on Tuesday and Saturday, 6pm to 8pm.");
        await v.Press("Remove Saturday, 6pm to 8pm");
        await v.SeeNo("Saturday, 6pm");
        await v.Press("Add days that are different");
        await v.Press("Save", status: 422);
        await v.SeeErrors("Enter the first day.", "Choose one.");
        await v.FillDate("First day", People.Today.AddDays(20));
        await v.FillDate("Last day", People.Today.AddDays(27));
        await v.Choose("I am away");
        await v.Press("Save");
        await v.See("Away all day");

        await v.Follow("Back to your application");
        await v.Follow("Who can speak for me");
        await v.Press("Name the first person");
        await v.Press("Save", status: 422);
        await v.SeeErrors("Enter their name.", "Say how you know each other.", "Enter an e-mail address or a phone number, so that we can reach them.", "Tick this, or name somebody who is not family.");
        await Referee("Odette Larkin", "odette.larkin@referees.example");
        await v.Press("Name the second person");
        await Referee("Ivo Brand", "odette.larkin@referees.example");
        await v.See("These are the same person twice. Name two people.");
        await v.Fill("Their e-mail address", "ivo.brand@referees.example");
        await v.Press("Save");
        await v.Press("Go on with your application");

        await v.Follow("Training");
        await v.Fill("Which training?", "Safeguarding basics");
        await v.FillDate("When was it?", People.Today.AddDays(-20));
        await v.Press("Add");
        await v.See("Thank you. A caseworker looks at it.");
        await v.Follow("Back");

        await v.Follow("The agreement");
        await v.Press("Sign and send my application", status: 422);
        await v.SeeErrors("Tick this if you agree.");
        await v.Tick($"I, {mentor.Name}, have read this and agree");
        await v.Press("Sign and send my application");
        await v.SeeHeading("Your application is sent");
        await v.Reload();
        await v.Go("/mentor");
        await v.See("We are making the checks", "0 of 7 are made.");
        await v.LosesNothingAt400Percent();

        var caseworker = await people.NewCaseworker();
        await caseworker.Api.Post("mentor", $"/mentors/{mentor.Id}/decline", new { reason = "references", why = "Only one referee could be reached." }, null, CancellationToken.None);
        await v.Go("/mentor");
        await v.SeeHeading($"Hello {mentor.FirstName}");
        await v.Press("Read the letter");
        await v.SeeHeading("What we decided");
        await v.See("Referees speak to us in confidence", "What everybody has to meet");
        await v.SeeNo("Only one referee could be reached.");

        async Task Referee(string name, string email)
        {
            await v.Fill("Their name", name);
            await v.Fill("How do you know each other?", "We ran a youth club together.");
            await v.Fill("Their e-mail address", email);
            await v.Tick("They are not my family or partner");
            await v.Lands("saving a referee", () => v.Click(v.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Save" })), status: name == "Ivo Brand" ? 422 : 200);
        }
    }

    [Theory, EveryWay]
    public async Task A_mentor_says_yes_meets_somebody_reflects_and_asks_to_end(int width, bool script)
    {
        var people = system.People;
        var (coordinator, caseworker) = (await people.NewCoordinator(), await people.NewCaseworker());
        var mentor = await people.ClearedMentor(coordinator, caseworker);
        var mentee = await people.ReadyMentee(caseworker);
        await using var v = await system.Visit(width, script, mentor);
        await v.Go("/mentor/matches");
        await v.See("Nobody yet.");

        var match = (await People.Offer(caseworker, mentee, mentor))[0];
        await v.Go("/mentor/matches");
        await v.See("Nobody yet.");
        await mentee.Api.Post("matching", $"/matches/{match}/mentee-answer", new { answer = "yes" }, null, CancellationToken.None);
        await v.Go("/mentor");
        await v.SeeNo(mentee.FirstName, mentee.LastName);
        await v.Press("Say yes or no");
        await v.Press("Send my answer", status: 422);
        await v.SeeErrors("Choose yes or no.");
        await v.Choose("Yes");
        await v.Press("Send my answer");
        await v.See("You said yes.");
        await v.SeeNo(mentee.FirstName, mentee.LastName);

        await caseworker.Api.Post("matching", $"/matches/{match}/approval", null, null, CancellationToken.None);
        await caseworker.Api.Post("matching", $"/matches/{match}/first-meeting", new { heldOn = People.Today, where = "Central Library", everybodyThere = true }, null, CancellationToken.None);
        await v.SeeInTheEnd(mentee.FirstName, "Book a session", $"The caseworker is {caseworker.Name}.");
        await v.SeeNo(mentee.LastName, mentee.Email);
        await People.Slots(mentee, match);
        await v.Press("Book a session");
        await v.Follow("The week after");
        await v.Choose("By video");
        await v.Lands("choosing the first time", () => v.Click(v.Page.Locator("ul.times button").First));
        await v.See("Booked. The young person is told.", "By video");
        await v.Reload();
        await v.Press("Move it");
        await v.Lands("choosing the last time", () => v.Click(v.Page.Locator("ul.times button").Last));
        await v.See("Moved. The young person is told.");
        await v.Follow("Call it off");
        await v.Fill("Why, if you want to say", "I have a cold.");
        await v.Press("Yes, call it off");
        await v.See("No session is booked.");
        await v.Follow("Over");
        await v.See("Called off");

        await v.Go("/mentor/reflections");
        await v.Press($"Write about {mentee.FirstName}");
        await v.Press("Finish", status: 422);
        await v.SeeErrors("Write something first, or keep it for later.");
        await v.Fill("What?", "We walked by the canal.");
        await v.Press("Keep for later");
        await v.See("Not finished");
        await v.Lands("opening the reflection", () => v.Click(v.Page.Locator("a.row__name").First));
        (await v.Typed("What?")).ShouldBe("We walked by the canal.");
        await v.Fill("One next step (optional)", "Ask about the job.");
        await v.Press("Finish");
        await v.See("Private", "We walked by the canal.");
        await v.Press("Share it with the young person");
        await v.See("Shared");
        await v.Press("I have done the next step");
        await v.Press("Stop sharing it");
        await v.Follow("Delete this reflection");
        await v.Press("Yes, delete it");
        await v.See("Nothing yet.");

        await v.Go($"/mentor/matches/{match}");
        await v.Follow($"What {mentee.FirstName} shares with you");
        await v.See("Nothing is shared with you yet.");
        await v.Go($"/mentor/matches/{match}");
        await v.Follow("Ask to end this match");
        await v.Press("Ask to end it", status: 422);
        await v.SeeErrors("Choose what fits best.");
        await v.Choose("I have to stop, though I would rather not");
        await v.Press("Ask to end it", status: 422);
        await v.SeeErrors("Choose why it ends earlier than planned.");
        await v.Choose("We have done what we set out to do");
        await v.Press("Ask to end it");
        await v.See("The caseworker gets in touch with both of you.", "Coming to an end");
    }

    [Theory, EveryWay]
    public async Task A_mentor_takes_a_break_comes_back_takes_their_data_and_leaves(int width, bool script)
    {
        var people = system.People;
        var mentor = await people.ClearedMentor(await people.NewCoordinator(), await people.NewCaseworker());
        await using var v = await system.Visit(width, script, mentor);
        await v.Go("/mentor");
        await v.See("You are ready");
        await v.Follow("Take a break");
        await v.Press("Yes, take a break");
        await v.See("You are on a break");
        await v.Press("I am back");
        await v.See("Welcome back.");
        await v.Follow("Download my data");
        var file = await v.Download("Download the file");
        file.ShouldContain(mentor.Email);
        file.ShouldContain("Safeguarding basics");
        await v.Go("/mentor/leave");
        await v.Follow("No, go back");
    }
}
