using System.Net;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>What two people settle between them about a session: another time, reminders, calendars.</summary>
public sealed class SessionsStory(WholeSystem system)
{
    [Theory, EveryWay]
    public async Task Two_people_agree_on_another_time_and_have_it_in_their_calendars(int width, bool script)
    {
        var people = system.People;
        var caseworker = await people.NewCaseworker();
        var mentor = await people.ClearedMentor(await people.NewCoordinator(), caseworker);
        var mentee = await people.ReadyMentee(caseworker);
        var match = await People.ActiveMatch(caseworker, mentee, mentor);
        var slots = (await People.Slots(mentee, match)).Where(t => London.DateAt(t) > People.Today).ToList();
        await using var v = await system.Visit(width, script, mentee);
        await using var m = await system.Visit(width, script, mentor);

        // In person at the one place on the list, which is picked already.
        await v.Go("/me/sessions/book");
        await v.Press(Words(slots.First(t => t.Minute == 0 && London.DateAt(t) < People.Today.AddDays(7))));
        await v.See("never at a home");
        await v.Press("In person");
        await v.Lands("opening the session", () => v.Click(v.Page.GetByText("Change or call off").First));
        await v.See("Central Library café, LE1", "Wait at the tables by the window.", "Put it in my calendar");

        // The mentor asks for another time, and the young person says no, and then yes.
        foreach (var answer in new[] { "No, keep it", "Yes, move it" })
        {
            await m.Go("/mentor/sessions");
            await m.Lands("opening the session", () => m.Click(m.Page.Locator("a.row__name").First));
            await m.Press("Move it");
            await m.Follow("The week after");
            await m.Choose("Yes, ask first");
            await m.Lands("choosing the last time", () => m.Click(m.Page.Locator("ul.times button").Last));
            await m.See("Asked. It stays as it is until the young person says yes.", "You asked for another time");
            await v.Go("/me");
            await v.See($"{mentor.FirstName} asks for another time");
            await v.Press("See and answer");
            await v.Press(answer);
            await v.Reload();
        }

        await v.SeeNo("asks: can you meet");
        await m.Reload();
        await m.SeeNo("You asked for another time");

        // Reminders, and a calendar's secret address that its owner can change.
        await v.Go("/me/sessions");
        await v.Follow("Reminders and calendar");
        await v.Choose("An hour before");
        await v.Press("Save");
        await v.See("Saved.");
        await v.Press("Make an address");
        var first = await Address(v);
        (await Read(first)).ShouldContain("BEGIN:VEVENT");
        await v.Go("/me/sessions/choices");
        await v.SeeNo(first);
        await v.Press("Make a new address");
        var second = await Address(v);
        (await Read(second)).ShouldNotContain(mentor.FirstName);
        await Gone(first);
        await v.Go("/me/sessions/choices");
        await v.Press("Stop the address");
        await v.See("The address works no longer.", "Make an address");
        await Gone(second);

        await m.Go("/mentor/sessions/choices");
        await m.Choose("Do not remind me");
        await m.Press("Save");
        await m.See("Saved.");
    }

    private static async Task<string> Address(Visitor visitor) => await visitor.Page.GetByLabel("Your calendar’s address").InputValueAsync();

    private static async Task<string> Read(string address)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(address));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task Gone(string address)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(address));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Words(DateTimeOffset at) => $"{Portal.Say.Time(London.TimeAt(at))} on {Portal.Say.Day(London.DateAt(at))}";
}

/// <summary>The list of safe places. By itself, because everybody else's stories count on the one place that is there.</summary>
[Collection(Alone.Name)]
public sealed class PlacesStory(WholeSystem system)
{
    [Theory, EveryWay]
    public async Task Staff_keep_the_list_of_places(int width, bool script)
    {
        var caseworker = await system.People.NewCaseworker();
        var name = $"Museum {Guid.CreateVersion7().ToString()[^8..]}";
        await using var v = await system.Visit(width, script, caseworker);
        await v.Go("/work/places");
        await v.See("Central Library café, LE1");
        await v.Press("Add a place");
        await v.Press("Save", status: 422);
        await v.SeeErrors("Enter what the place is called.", "Say how to find it and where to wait.", "Enter the first half of its postcode, such as LE1.");
        await v.Fill("What is it called?", name);
        await v.Fill("How do you find it, and where do you wait?", "Through the shop.");
        await v.Fill("First half of its postcode", "not one");
        await v.Press("Save", status: 422);
        await v.SeeErrors("Give the first half of its postcode, such as LE1.");
        await v.Fill("First half of its postcode", "le1");
        await v.Press("Save");
        await v.See("Saved.", $"{name}, LE1");
        await v.Follow($"Change {name}");
        await v.Fill("How do you find it, and where do you wait?", "Up the stairs.");
        await v.Press("Save");
        await v.See("Up the stairs.");
        await v.Press($"Use no more {name}");
        await v.SeeHeading($"Booked at {name}");
        await v.See("Not used any more", "Whoever had it booked is told to choose another one.", "Nothing that is still to come is booked here.");
        await v.Go("/work/places");
        await v.See("Not used any more");
        (await v.Has($"Use again {name}")).ShouldBeTrue();

        await using var a = await system.Visit(width, script, system.People.Administrator);
        await a.Go("/admin");
        await a.Follow("Places where people meet");
        await a.See("Central Library café, LE1", "Up the stairs.");
    }
}
