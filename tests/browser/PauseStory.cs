using System.Diagnostics;
using System.Text.Json;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>Contact between a mentor and a young person is paused by one button, everywhere, and neither is left to wonder.</summary>
public sealed class PauseStory(WholeSystem system)
{
    /// <summary>So soon nobody sees anything of the other any more, in any service.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Within_five_seconds_of_one_press_no_service_tells_either_anything_of_the_other()
    {
        var (caseworker, mentor, mentee, match) = await Pair();
        var session = await People.Book(mentee, match);
        (await Told(mentor, mentee)).ShouldNotBeEmpty("otherwise there is nothing to hide");

        await using var work = await system.Visit(1280, script: false, caseworker);
        await work.Go($"/work/matches/{match}");
        var since = Stopwatch.StartNew();
        await work.Press("Pause all contact now");
        await Eventually.Is(async () => (await Told(mentor, mentee)).Count == 0, "no service tells either anything of the other", AtOnce);
        since.Elapsed.ShouldBeLessThan(AtOnce);
        Console.WriteLine($"Contact was paused everywhere {since.Elapsed.TotalSeconds:0.00} seconds after the press.");
        (await mentee.Api.Get("session", $"/sessions/{session}", Cancel)).GetProperty("state").GetString().ShouldBe("cancelled");
        (await mentor.Api.Get("matching", "/mentors/me/matches", Cancel)).GetProperty("items")[0].GetProperty("contactPaused").GetBoolean().ShouldBeTrue();
    }

    [Theory, EveryWay]
    public async Task A_caseworker_pauses_contact_and_a_lead_keeps_it_so_until_both_were_talked_with(int width, bool script)
    {
        var (caseworker, mentor, mentee, match) = await Pair();
        var lead = await system.People.NewLead();
        await People.Book(mentee, match);
        await mentee.Api.Put("mentee", $"/mentees/{mentee.Id}/risk-assessment/risks/1/sharing", new { version = 1, shared = true }, Cancel);
        await using var work = await system.Visit(width, script, caseworker);
        await using var old = await system.Visit(width, script, mentor);
        await using var young = await system.Visit(width, script, mentee);
        await using var leads = await system.Visit(width, script, lead);
        await old.Go($"/mentor/matches/{match}");
        await old.See(mentee.FirstName, "Book a session", "Meeting somebody new feels like too much.");

        await work.Go($"/work/matches/{match}");
        await work.Press("Pause all contact now");
        await work.See("1 session called off. Both are told.", "Contact is paused");

        await old.SeeInTheEnd("The programme has paused contact");
        await old.See("Please do not meet, write or ring", caseworker.Name, caseworker.Email);
        await old.SeeNo(mentee.FirstName, "Book a session", "Meeting somebody new feels like too much.");
        await old.Go("/mentor");
        await old.See("has paused contact");
        await old.SeeNo(mentee.FirstName, "Book a session");
        await old.Go($"/mentor/matches/{match}/book");
        await old.See("The programme has paused contact");
        await old.SeeNo("Press a time");
        await old.Go("/mentor/sessions");
        await old.SeeNo(mentee.FirstName);
        foreach (var page in (string[])["/me", "/me/mentor", "/me/sessions", "/me/sessions/book"])
        {
            await young.Go(page);
            await young.See("You do not have to meet just now", "You did nothing wrong");
            await young.SeeNo(mentor.FirstName, "Plan a time");
        }

        // A lead who knows more keeps it paused: the caseworker alone cannot undo that.
        await leads.Go($"/safeguarding/records/match/{match}");
        await leads.Fill("Why do you need it?", "A concern was raised about how the two meet.");
        await leads.Press("Open it");
        await leads.See("Contact is paused");
        await leads.Press("Let them have contact again");
        await leads.See("They can have contact again.");
        await leads.Press("Pause all contact now");
        await leads.See("Contact is paused", "The caseworker cannot undo it.");
        await work.Go($"/work/matches/{match}");
        await work.See("by a safeguarding lead", "Only a lead can let them have contact again");
        await work.Go($"/work/matches/{match}/meetings");
        await work.See("Talk with them: only a lead");
        await work.SeeNo("Have you talked with both");
        await leads.Press("Let them have contact again");

        await old.Go($"/mentor/matches/{match}");
        await old.SeeInTheEnd("Book a session");
        await old.See(mentee.FirstName);
        await young.Go("/me");
        await young.SeeInTheEnd("Plan a time with");
    }

    [Fact]
    public async Task A_lead_pauses_contact_from_the_page_of_a_concern_and_the_log_says_so()
    {
        var (_, mentor, mentee, match) = await Pair();
        var lead = await system.People.NewLead();
        var raised = await mentor.Api.Post("safeguarding", "/concerns", new { whatHappened = "I worry about how we meet.", inDangerNow = false, matchId = match }, null, Cancel);
        await using var leads = await system.Visit(1280, script: false, lead);
        await leads.Go($"/safeguarding/concerns/{raised.GetProperty("id").GetGuid()}");
        (await leads.Typed("Why?")).ShouldStartWith("Because of the concern that was raised on");
        await leads.Fill("Why?", "No");
        await leads.Press("Pause all contact now", status: 422);
        await leads.SeeErrors("Say why in 10 to 500 characters.");
        await leads.Fill("Why?", "The mentor says that they met at night.");
        await leads.Press("Pause all contact now");
        await leads.See("Contact is paused, and what was booked is called off.", "Paused all contact between the two");
        await Eventually.Is(async () => (await Told(mentor, mentee)).Count == 0, "no service tells either anything of the other", AtOnce);
        (await system.Ask<string>("session", $"select reason from lead_readings where record = 'mentee {mentee.Id}' and reason like '%met at night%'")).ShouldNotBeEmpty();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<(Member Caseworker, Member Mentor, Member Mentee, Guid Match)> Pair()
    {
        var people = system.People;
        var (coordinator, caseworker) = (await people.NewCoordinator(), await people.NewCaseworker());
        var mentor = await people.ClearedMentor(coordinator, caseworker);
        var mentee = await people.ReadyMentee(caseworker);
        return (caseworker, mentor, mentee, await People.ActiveMatch(caseworker, mentee, mentor));
    }

    /// <summary>What the services tell the one of the other at this moment: where, and what.</summary>
    private static async Task<IReadOnlyList<string>> Told(Member mentor, Member mentee)
    {
        List<string> told = [];
        if ((await mentor.Api.Get("mentee", "/mentees/introductions", Cancel)).GetArrayLength() > 0) told.Add("the name and goals, by mentee");
        if (Says(await mentor.Api.Get("matching", "/mentors/me/matches", Cancel), mentee.Id)) told.Add("who the young person is, by matching");
        if (Says(await mentee.Api.Get("matching", "/mentees/me/matches", Cancel), mentor.Id)) told.Add("who the mentor is, by matching");
        foreach (var address in (string[])["/me/summary", "/sessions/me", "/sessions/me?past=true"])
        {
            if (Says(await mentor.Api.Get("session", address, Cancel), mentee.Id)) told.Add($"who the young person is, by session at {address}");
            if (Says(await mentee.Api.Get("session", address, Cancel), mentor.Id)) told.Add($"who the mentor is, by session at {address}");
        }

        return told;

        static bool Says(JsonElement answer, Guid id) => answer.GetRawText().Contains(id.ToString(), StringComparison.OrdinalIgnoreCase);
    }
}
