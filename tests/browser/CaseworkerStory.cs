using System.Text.Json;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>A caseworker at work: from a referral to a match that ended well, and what comes between.</summary>
public sealed class CaseworkerStory(WholeSystem system)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryWay]
    public async Task A_caseworker_refers_a_young_person_and_makes_a_safety_plan_with_them(int width, bool script)
    {
        var people = system.People;
        var caseworker = await people.NewCaseworker();
        var colleague = await people.NewCaseworker();
        var young = await people.ReadyMentee(caseworker);
        var (first, last, email) = people.Somebody("Sam");
        await using var v = await system.Visit(width, script, caseworker);

        await v.Go("/work");
        await v.SeeHeading("What needs you today");
        await v.Follow("Refer a young person");
        await v.Press("Continue", status: 422);
        await v.SeeErrors("Enter a first name.", "Enter a last name.", "Enter their date of birth.");
        await v.Fill("First name", first);
        await v.Fill("Last name", "Morgan-To-Be");
        await v.FillDate("Date of birth", People.Today.AddYears(-17));
        await v.Press("Continue");
        await v.Press("Continue", status: 422);
        await v.SeeErrors("Enter an e-mail address or a phone number, so that you can get in touch.");
        await v.Fill("E-mail", email);
        await v.Press("Continue");
        await v.Fill("Why a mentor, and why now?", "Moves into a flat of their own in spring.");
        await v.Press("Continue");
        await v.See($"{first} Morgan-To-Be", email, "Moves into a flat of their own in spring.");
        await v.Follow("Change name");
        (await v.Typed("First name")).ShouldBe(first);
        await v.Fill("Last name", last);
        await v.Press("Continue");
        await v.Press($"Refer {first}");
        await v.SeeHeading($"{first} {last} is referred");
        await v.Reload();
        await v.Press($"Invite {first} to an account");
        await v.See("The invitation is on its way.", "not in yet", "Their own yes to taking part");
        await system.Letters.To(email, "Your code");

        await v.Go("/work/mentees");
        await v.Fill("Look for a name", first);
        await v.Press("Search");
        await v.See($"{first} {last}", "Looking for");
        (await v.Text()).ShouldNotContain(young.Name);
        await v.Press("Show everybody again");
        await v.See(young.Name);
        await v.Follow(young.Name);
        await v.Follow("What they want");
        await v.Follow("Safety plan");
        await v.Press("Change it together");
        await v.Fill($"What does {young.FirstName} say about it?", "The way home was missing.");
        await v.Press("Add another risk");
        await v.Press("Add this risk", status: 422);
        await v.SeeErrors("Write what could happen.", "Choose how likely it is.", "Choose how bad it would be.", "Write what you do about it.", "Write who does it.");
        await v.Fill("What could happen?", "The last bus is gone.");
        await v.Choose("2 – not very likely");
        await v.Choose("3 – quite bad");
        await v.Fill("What do we do about it?", "We end by seven, and I text when I am home.");
        await v.Fill("Who does it?", "Both");
        await v.FillDate("Until when? (optional)", People.Today.AddMonths(4));
        await v.Fill($"What does {young.FirstName} say about this one? (optional)", "It is dark at the stop.");
        await v.Press("Add this risk");
        (await v.Typed($"What does {young.FirstName} say about it?")).ShouldBe("The way home was missing.");
        await v.Press("Save the safety plan", status: 422);
        await v.SeeErrors($"Choose a day after today and by {People.Today.AddMonths(6).ToString("d MMMM yyyy", new System.Globalization.CultureInfo("en-GB"))}.");
        await v.FillDate("When do you look at it again?", People.Today.AddMonths(3));
        await v.Press("Save the safety plan", status: 422);
        await v.See("Choose that day or a later one, or change the risk.");
        await v.FillDate("When do you look at it again?", People.Today.AddMonths(5));
        await v.Press("Save the safety plan");
        await v.See("Now both of you sign it.", "The last bus is gone.", "It is dark at the stop.", "Not for their mentor", "version 2");
        await v.Press("Sign version 2");
        await v.See("Your name stands under this safety plan.");
        await v.Follow("Timeline");
        await v.See("Safety plan signed", "Safety plan written", $"by {caseworker.Name}", "Referred");

        await v.Go($"/work/mentees/{young.Id}/pause");
        await v.Fill("Why? (optional)", "Exams until June.");
        await v.Press("Begin the break");
        await v.Press("End the break");
        await v.Follow("Put their details right");
        await v.Fill("First name", "");
        await v.Press("Save", status: 422);
        await v.SeeErrors("Enter a first name.");
        await v.Go("/work/needs");
        await v.See(young.Name, $"{first} {last}");

        await v.Go("/work/cover");
        await v.Press("Arrange the cover", status: 422);
        await v.SeeErrors("Choose a colleague.", "Enter the first day.", "Enter the last day.");
        await v.Choose(colleague.Name);
        await v.FillDate("First day", People.Today);
        await v.FillDate("Last day", People.Today.AddDays(7));
        await v.Press("Arrange the cover");
        await v.See($"{colleague.Name} covers for you");
        await using (var other = await system.Visit(width, script, colleague))
        {
            await other.Go("/work/mentees");
            await other.See(young.Name, "You cover for a colleague.");
        }

        await v.Open("Take this cover back");
        await v.Press("Yes, take it back");
        await v.See("Nobody covers for you now.");

        await v.Go($"/work/mentees/{young.Id}");
        await v.Follow("Hand over to a colleague");
        await v.Choose(colleague.Name);
        await v.Fill("Why? (optional)", "I move to another team.");
        await v.Press("Hand over");
        await v.See($"{young.Name} is handed over.");
        await v.Go($"/work/mentees/{young.Id}", status: 404);
    }

    [Theory, EveryWay]
    public async Task A_caseworker_screens_a_mentor_and_takes_a_match_from_offer_to_closing(int width, bool script)
    {
        var people = system.People;
        var coordinator = await people.NewCoordinator();
        var caseworker = await people.NewCaseworker();
        var applied = await people.AppliedMentor(coordinator, "Olu");
        var mentor = await people.ClearedMentor(coordinator, caseworker);
        var young = await people.ReadyMentee(caseworker);
        await using var v = await system.Visit(width, script, caseworker);

        await v.Go("/work/screening");
        await v.Follow($"{applied.Name} (screening)");
        await v.Follow("Record the check: DBS check");
        await v.Press("Record it", status: 422);
        await v.SeeErrors("Choose how it came out.", "Choose the level of the certificate.");
        await v.Choose("Passed");
        await v.Choose("Enhanced, with the children's barred list");
        await v.Press("Record it");
        await v.See("DBS check: recorded.", "enhanced with barred list");
        await v.Follow("Record the check: Training");
        await v.Choose("Passed");
        await v.Fill("How many minutes was it in all?", "90");
        await v.Press("Record it", status: 422);
        await v.See("Training counts from 2 hours on");
        await v.Fill("How many minutes was it in all?", "150");
        await v.Press("Record it");
        await v.See("Training: recorded.", "150 minutes");
        await v.Follow("Record the check: Interview");
        await v.Choose("Not passed");
        await v.Press("Record it", status: 422);
        await v.See("Turned down for the same reasons as everybody");
        foreach (var kind in (string[])["identity", "second-reference", "interview", "agreement"]) await People.Check(caseworker, applied, kind);
        await People.Check(caseworker, applied, "first-reference", finding: "Let somebody down once, and said sorry for it.");
        await v.Go($"/work/mentors/{applied.Id}/screening");
        await v.Press("Decide on the clearance");
        await v.See("Let somebody down once, and said sorry for it.", "you propose it, and a colleague decides");
        await v.Press($"Propose to clear {applied.FirstName}");
        await v.See("You propose it. A colleague finds it on their first page and decides.");
        var colleague = await people.NewCaseworker();
        await using (var second = await system.Visit(width, script, colleague))
        {
            await second.Go("/work/screening");
            await second.See("A second person decides");
            await second.Follow($"{applied.Name} (screening)");
            await second.Press("Decide on the clearance");
            await second.Press($"Clear {applied.FirstName}");
            await second.See("Cleared. They can be offered to young people now.");
        }

        await v.Go($"/work/mentors/{applied.Id}");
        await v.Follow("Timeline");
        await v.See("Cleared", "Interview: passed", $"by {colleague.Name}");
        await v.Follow("What they offer");

        await v.Go("/work/mentees");
        await v.Follow(young.Name);
        await v.Lands("opening the suggestions", () => v.Page.GotoAsync($"{system.Portal}work/mentees/{young.Id}/suggestions"));
        await v.Until(async () => (await caseworker.Api.Get("matching", $"/mentees/{young.Id}/suggestions/{mentor.Id}", Cancel)).GetProperty("possible").ValueKind == JsonValueKind.Object, "matching knows the mentor");
        await v.Reload();
        await v.Press("Continue", status: 422);
        await v.SeeErrors("Tick one to three mentors to offer.");
        await v.Go($"/work/mentees/{young.Id}/suggestions/{mentor.Id}");
        await v.See("Possible: number", "What they want help with");
        await v.Press($"Offer {mentor.Name}");
        await v.Press("Offer this mentor");
        await v.See("Offered. Now it is the young person's turn to choose.", mentor.Name);
        var match = (await caseworker.Api.Get("matching", $"/mentees/{young.Id}/matches", Cancel)).GetProperty("items")[0].GetProperty("matchId").GetGuid();

        await young.Api.Post("matching", $"/matches/{match}/question", new { words = "Do they like dogs?" }, null, Cancel);
        await v.Go("/work");
        await v.See("young person wants to know more");
        await v.Go("/work/matches?show=questions");
        await v.Follow($"{young.Name} and {mentor.Name}");
        await v.See("“Do they like dogs?”", "Not yet", "The young person has not said yes yet.");
        await v.Go($"/work/matches/{match}/question");
        await v.Fill("What did you say? (optional)", "They have two.");
        await v.Press("We have talked about it");
        await v.See("They have two.");

        await young.Api.Post("matching", $"/matches/{match}/mentee-answer", new { answer = "yes" }, null, Cancel);
        await mentor.Api.Post("matching", $"/matches/{match}/mentor-answer", new { answer = "yes" }, null, Cancel);
        await v.Go($"/work/matches/{match}");
        await v.Press("Look at the approval");
        await v.Follow("Take this offer back instead");
        await v.Press("Take the offer back", status: 422);
        await v.SeeErrors("Say why, for the record.");
        await v.Go($"/work/matches/{match}/approve");
        await v.Press("Approve this match");
        await v.Press("Write down the first meeting");
        await v.Press("Write it down", status: 422);
        await v.SeeErrors("Enter the day you met.", "Say where you met.", "Say whether all three of you were there.");
        await v.FillDate("When did you meet?", People.Today);
        await v.Fill("Where?", "Central Library");
        await v.Choose("Yes");
        await v.Press("Write it down");
        await v.See("From now on they can book sessions.", "Active", "Central Library");
        await v.Go($"/work/mentors/{mentor.Id}");
        await v.See("Your young people", young.Name, "Active");
        await v.Go($"/work/matches/{match}");
        await v.Follow("Summary to print");
        await v.See(young.Name, mentor.Name, "Central Library");

        await v.Until(async () => (await caseworker.Api.Try("session", HttpMethod.Get, $"/matches/{match}/check-ins", null, null, Cancel)) is not null, "the session service has heard of the match");
        await v.Go($"/work/matches/{match}/check-in?with=mentee");
        await v.Choose("By phone");
        await v.Press("Write it down", status: 422);
        await v.SeeErrors("Choose how often the two meet.", "Choose whether they feel safe.", "Choose how it is between the two.");
        await v.Choose("As they meant to");
        await v.Choose("Yes", "Do they feel safe?");
        await v.Choose("Good");
        await v.Fill("What would help? (optional)", "Somewhere quieter.");
        await v.Press("Write it down");
        await v.See("Somewhere quieter.");

        await v.Go($"/work/matches/{match}");
        await v.Follow("End this match");
        await v.Press("End this match", status: 422);
        await v.SeeErrors("Choose how it ends.");
        await v.Choose("Earlier than planned");
        await v.Press("End this match", status: 422);
        await v.SeeErrors("Choose why it ends earlier than planned.");
        await v.Choose("As planned");
        await v.Press("End this match");
        await v.Press("Write down the closing");
        await v.Choose("Yes", "Was there a closing session?");
        await v.Press("Write down the closing", status: 422);
        await v.SeeErrors(
            "Enter the day of the closing session.", "Say whether the young person said something about it.", "Say whether the mentor said something about it.", "Say what they agreed about contact.",
            "Say what support you offered the young person.", "Say whether both were thanked.");
        await v.FillDate("If yes, when?", People.Today);
        await v.Choose("Yes", $"Did {young.Name} say something about it?");
        await v.Choose("No, they did not want to", $"Did {mentor.Name} say something about it?");
        await v.Fill("What did they agree about contact from now on?", "They write at Christmas.");
        await v.Fill($"What support did you offer {young.Name}?", "A call every Friday.");
        await v.Choose("Yes", "Were both thanked?");
        await v.Press("Write down the closing", status: 422);
        await v.SeeErrors("Write what the young person said.");
        await v.Fill($"If yes, what did {young.Name} say?", "I can ring the landlord myself now.");
        await v.Press("Write down the closing");
        await v.See("Thank you for ending it well.", "I can ring the landlord myself now.", "Ended");
        await v.Go("/work/matches?show=over");
        await v.See($"{young.Name} and {mentor.Name}");
    }
}
