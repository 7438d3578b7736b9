using Mentoring.Portal;
using Mentoring.Shared;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>One match from the first word to the first session, each page in the hands of whose page it is.</summary>
public sealed class EndToEndStory(WholeSystem system)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Visitor.Phone, true)]
    [InlineData(Visitor.Desk, false)]
    public async Task From_a_business_to_a_session_by_the_pages_of_five_people(int width, bool script)
    {
        var people = system.People;
        var coordinator = await people.NewCoordinator();
        var caseworker = await people.NewCaseworker();
        await using var business = await system.Visit(width, script, coordinator);
        await using var work = await system.Visit(width, script, caseworker);

        // The business names somebody.
        var (mentorFirst, mentorLast, mentorEmail) = people.Somebody("Imke");
        await business.Go("/partner/people/add");
        await business.Fill("First name", mentorFirst);
        await business.Fill("Last name", mentorLast);
        await business.Fill("E-mail address", mentorEmail);
        await business.Press("Continue");
        await business.FillDate("Date of birth", new DateOnly(1985, 2, 9));
        await business.Press("Continue");
        await business.Tick("In person");
        await business.Tick("Online");
        await business.Press("Continue");
        await business.Press($"Register {mentorFirst}");
        await business.See("The invitation is on its way.");

        // They come, and apply.
        var mentor = await Arrived(await people.Join(mentorEmail), mentorFirst, mentorLast, mentorEmail, "mentor", "/mentors/me", "mentorId");
        await using var volunteer = await system.Visit(width, script, mentor);
        await volunteer.Go("/mentor/about");
        await volunteer.Fill("A few words to the young person", "I left school at sixteen and bake bread.");
        await volunteer.Tick("English");
        await volunteer.Press("Save");
        await volunteer.Go("/mentor/areas");
        await volunteer.Tick("Money", "What can you help with?");
        await volunteer.Tick("Confidence", "What can you help with?");
        await volunteer.Choose("One");
        await volunteer.Press("Save");
        await volunteer.Go("/mentor/availability");
        foreach (var day in new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" }) await volunteer.Tick(day);
        await volunteer.Select("From", "10am");
        await volunteer.Select("Until", "8pm");
        await volunteer.Press("Add this time");
        await volunteer.Go("/mentor/references");
        await Referee("Name the first person", "Odette Larkin", "odette.larkin@referees.example");
        await Referee("Name the second person", "Ivo Brand", "ivo.brand@referees.example");
        await volunteer.Go("/mentor/agreement");
        await volunteer.Tick($"I, {mentor.Name}, have read this and agree");
        await volunteer.Press("Sign and send my application");
        await volunteer.SeeHeading("Your application is sent");

        // The caseworker makes the checks and clears them.
        await work.Go("/work/screening");
        await work.Follow($"{mentor.Name} (screening)");
        await work.Follow("Record the check: DBS check");
        await work.Choose("Passed");
        await work.Choose("Enhanced, with the children's barred list");
        await work.Press("Record it");
        foreach (var kind in (string[])["identity", "first-reference", "second-reference", "interview", "training", "agreement"]) await People.Check(caseworker, mentor, kind);
        await work.Go($"/work/mentors/{mentor.Id}/screening");
        await work.Press("Decide on the clearance");
        await work.Press($"Clear {mentorFirst}");
        await work.See("Cleared.");

        // The caseworker refers a young person, who says yes and what matters.
        var (first, last, email) = people.Somebody("Wynn");
        await work.Go("/work/refer");
        await work.Fill("First name", first);
        await work.Fill("Last name", last);
        await work.FillDate("Date of birth", People.Today.AddYears(-17));
        await work.Press("Continue");
        await work.Fill("E-mail", email);
        await work.Press("Continue");
        await work.Press("Continue");
        await work.Press($"Refer {first}");
        await work.Press($"Invite {first} to an account");
        var young = await Arrived(await people.JoinYoung(email), first, last, email, "mentee", "/mentees/me", "id");
        await using var me = await system.Visit(width, script, young);
        await me.Go("/me");
        await me.Press("Read and choose");
        await me.Press("Yes, I want to take part");
        await me.Go("/me/about/matters");
        await me.Tick("Money");
        await me.Tick("Confidence");
        await me.Press("Save");
        await me.Go("/me/about/talk");
        await me.Tick("English");
        await me.Press("Save");
        await me.Go("/me/about/meet");
        await me.Tick("In person");
        await me.Tick("Online");
        await me.Fill("The first part of your postcode", "LE2");
        await me.Press("Save");
        await me.Go("/me/about/times");
        foreach (var day in new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" })
            foreach (var part in new[] { "Afternoon, midday to 4pm", "After school, 4pm to 6pm" }) await me.Tick($"{day}: {part}");
        await me.Press("Save");

        // They make the safety plan together, and both sign it.
        await work.Go($"/work/mentees/{young.Id}/safety-plan/edit");
        await work.Fill($"What does {first} say about it?", "The way home was missing.");
        await work.Press("Add a risk");
        await work.Fill("What could happen?", "The last bus is gone.");
        await work.Choose("2 – not very likely");
        await work.Choose("3 – quite bad");
        await work.Fill("What do we do about it?", "We end by seven.");
        await work.Fill("Who does it?", "Both");
        await work.Press("Add this risk");
        await work.FillDate("When do you look at it again?", People.Today.AddMonths(3));
        await work.Press("Save the safety plan");
        await work.Press("Sign version 1");
        await me.Go("/me");
        await me.Press("Read my plan");
        await me.See("The last bus is gone.");
        await me.Press("Yes, put my name to it");
        await me.See("We are looking for a mentor for you");

        // An offer, two yeses, an approval and a first meeting.
        await work.Until(async () => (await caseworker.Api.Try("matching", HttpMethod.Get, $"/mentees/{young.Id}/suggestions/{mentor.Id}", null, null, Cancel)).IsSuccessStatusCode, "matching knows them both");
        await work.Go($"/work/mentees/{young.Id}/suggestions/{mentor.Id}");
        await work.Press($"Offer {mentor.Name}");
        await work.Press("Offer this mentor");
        await work.See("Offered.");
        await me.Go("/me/mentor");
        await me.SeeInTheEnd($"Read more about {mentorFirst}");
        await me.Follow($"Read more about {mentorFirst}");
        await me.Press($"Yes, I would like to meet {mentorFirst}");
        await volunteer.Go("/mentor");
        await volunteer.SeeNo(first, last);
        await volunteer.Press("Say yes or no");
        await volunteer.Choose("Yes");
        await volunteer.Press("Send my answer");
        await work.Go("/work/matches");
        await work.Follow($"{young.Name} and {mentor.Name}");
        await work.Press("Look at the approval");
        await work.Press("Approve this match");
        await work.Press("Write down the first meeting");
        await work.FillDate("When did you meet?", People.Today);
        await work.Fill("Where?", "Central Library");
        await work.Choose("Yes");
        await work.Press("Write it down");

        // The young person books a session, and the mentor sees it.
        var match = (await young.Api.Get("matching", "/mentees/me/matches", Cancel)).GetProperty("items")[0].GetProperty("matchId").GetGuid();
        var time = (await People.Slots(young, match)).First(t => t.Minute == 0 && London.DateAt(t) > People.Today);
        await me.Go("/me");
        await me.Press("Plan a time");
        await me.Press($"{Say.Time(London.TimeAt(time))} on {Say.Day(London.DateAt(time))}");
        await me.Press("In person");
        await me.See($"It is planned: {Say.When(time)}.");
        await volunteer.Go("/mentor/sessions");
        await volunteer.See(first);
        await volunteer.SeeNo(last, email);

        // And the business knows nothing of whom.
        await business.Go("/partner");
        await business.SeeNo(first, last, email);
        await business.Go($"/partner/people/{mentor.Id}");
        await business.SeeNo(first, last, email);

        async Task Referee(string button, string name, string address)
        {
            await volunteer.Press(button);
            await volunteer.Fill("Their name", name);
            await volunteer.Fill("How do you know each other?", "We ran a youth club together.");
            await volunteer.Fill("Their e-mail address", address);
            await volunteer.Tick("They are not my family or partner");
            await volunteer.Press("Save");
        }
    }

    private static async Task<Member> Arrived(Demo.Person person, string first, string last, string email, string service, string path, string id) =>
        new(first, last, email, person, (await person.Get(service, path, Cancel)).GetProperty(id).GetGuid());
}
