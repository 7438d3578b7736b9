using System.Text.Json;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>What a young person does on their own pages, from their first yes to their last word.</summary>
public sealed class MenteeStory(WholeSystem system)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryWay]
    public async Task A_young_person_says_who_they_are_and_chooses_a_mentor(int width, bool script)
    {
        var people = system.People;
        var coordinator = await people.NewCoordinator();
        var caseworker = await people.NewCaseworker();
        var mentor = await people.ClearedMentor(coordinator, caseworker);
        var other = await people.ClearedMentor(coordinator, caseworker, "Perry");
        var mentee = await people.InvitedMentee(caseworker);
        await using var v = await system.Visit(width, script, mentee);

        await v.Go("/me");
        await v.SeeHeading($"Hello {mentee.FirstName}");
        await v.See("Raise a worry", "Exit this page");
        await v.Press("Read and choose");
        await v.SeeHeading("Do you want to take part?");
        await v.Press("Yes, I want to take part");
        await v.See("You said yes. You can change your mind at any time.");

        await v.Press("About me");
        await v.SeeHeading("About me");
        await v.Follow("What matters to me");
        await v.Tick("Money");
        await v.Tick("Confidence");
        await v.Press("Save");
        await v.SeeHeading("What matters most?");
        await v.Press("Move up (Confidence)");
        await v.See("Confidence is now number 1.");
        await v.Press("The order is right");
        await v.Follow("How I like to talk");
        await v.Tick("Walk and talk");
        await v.Tick("English");
        await v.Press("Save");
        await v.Follow("How and where I can meet");
        await v.Tick("In person");
        await v.Tick("Online");
        await v.Fill("The first part of your postcode", "nowhere");
        await v.Press("Save", status: 422);
        await v.SeeErrors("This does not look like a postcode. The first half looks like LE2.");
        (await v.Typed("The first part of your postcode")).ShouldBe("nowhere");
        await v.Fill("The first part of your postcode", "LE2 1AB");
        await v.Press("Save");
        await v.Follow("When I am free");
        foreach (var day in new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" })
            foreach (var part in new[] { "Morning, 9am to midday", "Afternoon, midday to 4pm", "After school, 4pm to 6pm", "Evening, 6pm to 9pm" })
                await v.Tick($"{day}: {part}");
        await v.Press("Save");
        await v.Follow("In my own words");
        await v.Fill("What would you like to get better, or change?", "I want to feel OK in a room full of people.");
        await v.Press("Save");
        await v.Follow("What I like and do not like");
        await v.Tick("Music", "I like");
        await v.Tick("Music", "Rather not");
        await v.Press("Save", status: 422);
        await v.SeeErrors("You tapped “Music” in both lists. Do you like it or not?");
        await v.Untick("Music", "Rather not");
        await v.Press("Save");
        await v.Follow("What to keep away from");
        await v.Fill("What should we keep away from?", "Please not near the bus station.");
        await v.Press("Save");
        await v.Follow("What I would like to do");
        await v.Tick("Animal care");
        await v.Press("Save");
        await v.Follow("What I wish for in a mentor");
        await v.Open("The work they do");
        await v.Select("Animal care", "I would like that");
        await v.Press("Save");
        await v.Follow("What not to match me on");
        await v.Tick("How near we live");
        await v.Press("Save");

        var plan = await caseworker.Api.Put("mentee", $"/mentees/{mentee.Id}/risk-assessment", new
        {
            risks = new[] { new { whatCouldHappen = "Meeting somebody new feels like too much.", likelihood = 3, impact = 2, whatWeDo = "The first meeting is short.", who = $"{mentee.FirstName} and {caseworker.FirstName}" } },
            youngPersonsWords = "I can say stop.",
            reviewOn = People.Today.AddMonths(5),
        }, Cancel);
        await caseworker.Api.Post("mentee", $"/mentees/{mentee.Id}/risk-assessment/signature", new { version = plan.GetProperty("version").GetInt32() }, null, Cancel);
        await v.Go("/me");
        await v.Press("Read my plan");
        await v.See("I can say stop.", "Not for your mentor");
        await v.Press("Let my mentor read this (Meeting somebody new feels like too much.)");
        await v.See("Your mentor may read this part now.");
        await v.Press("Do not let my mentor read this (Meeting somebody new feels like too much.)");
        await v.See("Your mentor cannot read this part any more.");
        await v.Fill("What should be different?", "I want to bring my dog.");
        await v.Press("Tell my caseworker");
        await v.See("Thank you for saying so.");
        await v.Press("Yes, put my name to it");
        await v.See("We are looking for a mentor for you");

        await People.Offer(caseworker, mentee, mentor, other);
        await v.SeeInTheEnd("2 people would like to be your mentor");
        await v.Press("Meet them all");
        await v.SeeInTheEnd($"Read more about {mentor.FirstName}");
        await v.Follow($"Read more about {mentor.FirstName}");
        await v.SeeHeading(mentor.FirstName);
        await v.Press("I want to know more");
        await v.Fill("Your question", "Do they have a dog?");
        await v.Press("Ask my caseworker");
        await v.See("Do they have a dog?", "Your caseworker will talk to you about it.");
        await v.Go("/me/mentor");
        await v.Follow($"Read more about {other.FirstName}");
        await v.Press("No thanks");
        await v.Press("No thanks");
        await v.See("That is fine. Your caseworker can find you other mentors.");
        await v.Follow($"Read more about {mentor.FirstName}");
        await v.Press($"Yes, I would like to meet {mentor.FirstName}");
        await v.See("You said yes. Now we ask the mentor.");
        await v.Go("/me");
        await v.See($"You said yes to {mentor.FirstName}");
        await v.Go("/me/mentor");
        await v.Follow("I changed my mind");
        await v.Follow("No, go back");
        await v.SeeNo(mentor.LastName, mentor.Email);
    }

    [Theory, EveryWay]
    public async Task A_young_person_plans_moves_writes_sets_a_goal_rests_and_leaves(int width, bool script)
    {
        var people = system.People;
        var coordinator = await people.NewCoordinator();
        var caseworker = await people.NewCaseworker();
        var mentor = await people.ClearedMentor(coordinator, caseworker);
        var mentee = await people.ReadyMentee(caseworker);
        var match = await People.ActiveMatch(caseworker, mentee, mentor);
        var times = (await People.Slots(mentee, match)).Where(t => t.Minute % 30 == 0 && London.DateAt(t) > People.Today && London.DateAt(t) < People.Today.AddDays(7)).ToList();
        await using var v = await system.Visit(width, script, mentee);

        // Three taps: plan, a time, a way.
        await v.Go("/me");
        await v.See($"Plan a time with {mentor.FirstName}");
        await v.Press("Plan a time");
        await v.Press(Words(times[0]));
        await v.See(Portal.Say.When(times[0]));
        await v.Press("By video");
        await v.See($"It is planned: {Portal.Say.When(times[0])}.");
        await v.Reload();
        await v.Go("/me");
        await v.See($"You will meet {mentor.FirstName}");
        await v.Press("See or change it");
        await v.Press("Pick another time");
        await v.Press(Words(times[4]));
        await v.Press("Yes, take the new time");
        await v.See($"You meet on {Portal.Say.When(times[4])}.");
        await v.Follow($"Change or call off {Portal.Say.When(times[4])}");
        await v.Press("Call it off");
        await v.Fill("Do you want to say why?", "I have a cold.");
        await v.Press("Yes, call it off");
        await v.See("You called it off: “I have a cold.”");

        // Somebody else was quicker: nothing is lost, and there is a way on.
        await v.Press("Plan a time");
        await v.Press(Words(times[1]));
        await mentor.Api.Post("session", $"/matches/{match}/sessions", new { startsAt = times[1], minutes = 60, how = "phone" }, null, Cancel);
        await v.Press("In person");
        await v.See("You have a session at this time already. This is it.");

        await v.Go("/me/reflections");
        await v.Press("Write something");
        await v.Press("I am done", status: 422);
        await v.SeeErrors("Write a few words under one of the questions, or save it for later.");
        await v.Fill("What happened?", "We walked by the canal.");
        await v.Press("Save for later");
        var begun = (await mentee.Api.Get("session", "/reflections/me", Cancel)).GetProperty("items")[0].GetProperty("startedAt").GetDateTimeOffset();
        await v.Follow($"Go on writing (Written on {Portal.Say.When(begun)})");
        (await v.Typed("What happened?")).ShouldBe("We walked by the canal.");
        await v.Fill("A small next step", "Ask about the course.");
        await v.Press("I am done");
        await v.Press("Share it with my mentor");
        await v.See("You, your mentor and your caseworker.");
        (await mentor.Api.Get("session", $"/matches/{match}/reflections", Cancel)).GetProperty("items").GetArrayLength().ShouldBe(1);
        await v.Press("Stop sharing");
        await v.Follow("Delete it");
        await v.Follow("No, keep it");
        await v.Go("/me");
        await v.See("Ask about the course.");
        await v.Press("Done (Ask about the course.)");
        await v.SeeNo("Ask about the course.");
        await v.Go("/me/reflections");

        await v.Go("/me/goals");
        await v.Press("Set a goal");
        await v.Press("This is my goal", status: 422);
        await v.SeeErrors("Say what you want to get to. A few words are enough.", "Tap what it is about.");
        await v.Fill("What do you want to get to?", "Speak up in class.");
        await v.Choose("Confidence");
        await v.Press("This is my goal");
        await v.Press("Speak up in class.: 4");
        await v.See("Saved: 4 out of 10.", $"On {Portal.Say.Day(People.Today)} you said 4 out of 10.");
        await v.Follow("Change or finish (Speak up in class.)");
        await v.Press("Yes, I got there");
        await v.See("You got there. That is yours.", "Reached");
        await v.Press("Take it up again (Speak up in class.)");

        await v.Go("/me/mentor");
        await v.Go("/me/choices");
        await v.Follow("See who can read what");
        await v.Go("/me/break");
        await v.Press("Take a break");
        await v.See("You are taking a break");
        await v.Press("I am ready to come back");
        await v.Press("Yes, I am back");
        await v.Go("/me/data");
        var data = JsonDocument.Parse(await v.Download("Download my data")).RootElement;
        data.GetProperty("sessionsThoughtsAndGoals").GetProperty("mentee").GetProperty("goals").GetArrayLength().ShouldBe(1);
        data.GetProperty("aboutMe").GetRawText().ShouldContain(mentee.FirstName);
        await v.Go("/me/consent");
        await v.Press("Take my yes back");
        await v.See("You took your yes back. That is fine.", "Do you want to take part?");
        await v.Go("/me/choices");
        await v.Follow("Leave the programme");
        await v.Press("Yes, I want to leave");
        await v.See("You have left.");
    }

    private static string Words(DateTimeOffset at) => $"{Portal.Say.Time(London.TimeAt(at))} on {Portal.Say.Day(London.DateAt(at))}";
}
