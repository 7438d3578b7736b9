using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>Somebody is worried and says so; a safeguarding lead reads it, looks after it and closes it; whoever raised it sees that.</summary>
public sealed class LeadStory(WholeSystem system)
{
    [Theory, EveryWay]
    public async Task A_worry_goes_from_a_young_person_to_a_lead_and_an_answer_comes_back(int width, bool script)
    {
        var people = system.People;
        var (caseworker, lead, other) = (await people.NewCaseworker(), await people.NewLead(), await people.NewLead());
        var mentee = await people.InvitedMentee(caseworker);
        await using var young = await system.Visit(width, script, mentee);
        await using var leads = await system.Visit(width, script, lead);

        // Raised in two minutes, and nothing that was typed is lost.
        await young.Go("/concern");
        await young.SeeHeading("Raise a worry");
        await young.See("Call 999", "Childline 0800 1111");
        await young.Press("Send", status: 422);
        await young.SeeErrors("Say whether anybody is in danger right now.", "Tell us what happened. A few words are enough.");
        await young.Fill("What happened?", "Somebody waits for me at the gate.");
        await young.Fill("Do you want to say who?", "a boy at college");
        await young.Press("Send", status: 422);
        await young.SeeErrors("Say whether anybody is in danger right now.");
        (await young.Typed("What happened?")).ShouldBe("Somebody waits for me at the gate.");
        (await young.Typed("Do you want to say who?")).ShouldBe("a boy at college");
        await young.Choose("No", "Is anybody in danger right now?");
        await young.Choose("Somebody else", "Who is it about?");
        await young.Fill("What would you like to happen?", "Somebody could talk to the college.");
        await young.Fill("How can we reach you best?", "Text me after four");
        await young.Press("Send");
        await young.SeeHeading("Thank you for telling us");
        await young.Reload();
        await young.Follow("see that it was read, and add more words");
        await young.See("Nobody has read it yet", "Somebody waits for me at the gate.", "a boy at college");
        var id = young.Path.Split('/')[^1];

        // Leads are written to, and the mail says nothing of it.
        (await system.Letters.To(lead.Email, "A concern waits for a safeguarding lead")).Text.ShouldNotContain("gate");

        // A lead reads it: opening it is not saying so.
        await leads.Go("/safeguarding");
        await leads.SeeHeading("Concerns");
        await leads.SeeNo("Somebody waits for me at the gate.");
        await leads.Go($"/safeguarding/concerns/{id}");
        await leads.See("Somebody waits for me at the gate.", "Somebody could talk to the college.", "Nobody yet");
        await leads.SeeNo(mentee.LastName, mentee.Email);
        await young.Reload();
        await young.See("Nobody has read it yet");
        await leads.Press("I have read this");
        await leads.See("Whoever raised it can now see that it was read.");
        await young.Reload();
        await young.See("Read on");

        // Looks after it.
        await leads.Press("Take it on");
        await leads.See("You look after this concern now.", lead.Name);
        await leads.Press("Set severity", status: 422);
        await leads.SeeErrors("Choose how bad it is.");
        await leads.Choose("High", "How bad is it?");
        await leads.Press("Set severity");
        await leads.See("Severity set to high");
        await leads.Press("Add to the log", status: 422);
        await leads.SeeErrors("Write what was done.");
        await leads.Fill("Write down what was done", "Rang the college.");
        await leads.Press("Add to the log");
        await leads.See("Rang the college.");
        await leads.Go("/safeguarding?which=mine");
        await leads.See("raised by a young person");

        // The caseworker reads it once a lead has, and nothing of what leads write.
        await using (var work = await system.Visit(width, script, caseworker))
        {
            await work.Go("/work/concerns");
            await work.SeeInTheEnd($"{lead.Name} looks after it.");
            await work.See(mentee.Name);
            await work.Go($"/work/concerns/{id}");
            await work.See("Somebody waits for me at the gate.", "Somebody could talk to the college.", lead.Name, "That you have read this is kept.");
            await work.SeeNo("Rang the college.");
        }

        // More words are seen, and read.
        await young.Reload();
        await young.See("Being looked after");
        await young.Press("Send", status: 422);
        await young.SeeErrors("Write what you want to add.");
        await young.Fill("Do you want to add something?", "It happened again.");
        await young.Press("Send");
        await young.See("Thank you. We have got your words.", "It happened again.", "not read yet");
        await leads.Go($"/safeguarding/concerns/{id}");
        await leads.See("New words", "It happened again.");
        await leads.Press("I have read the new words");

        // Who it is: only with a reason, and for an hour.
        await leads.Follow("See who raised it");
        await leads.SeeHeading("Open this young person’s record?");
        await leads.Press("Open it", status: 422);
        await leads.SeeErrors("Say why you need it.");
        await leads.Fill("Why do you need it?", "I follow up the worry they raised today.");
        await leads.Press("Open it");
        await leads.SeeHeading($"Record of {mentee.Name}");
        await leads.See("I follow up the worry they raised today.", caseworker.Name, "No safety plan has been written yet.");

        // Closed, with an answer.
        await leads.Go($"/safeguarding/concerns/{id}");
        await leads.Follow("Close this concern");
        await leads.Press("Close the concern", status: 422);
        await leads.SeeErrors("Write how it came out.");
        await leads.Fill("How did it come out?", "The college has somebody at the gate.");
        await leads.Fill("What should whoever raised it be told? (optional)", "Somebody will be at the gate from tomorrow.");
        await leads.Press("Close the concern");
        await leads.See("The concern is closed.");
        await young.Go("/concern/mine");
        await young.See("Taken care of");
        await young.Go($"/concern/mine/{id}");
        await young.See("Somebody will be at the gate from tomorrow.");
        await young.SeeNo("The college has somebody at the gate.", "Rang the college.", lead.LastName);

        // What is about a lead is hidden from them.
        await young.Go("/concern");
        await young.Choose("No", "Is anybody in danger right now?");
        await young.Fill("What happened?", "The lead laughed at me.");
        await young.Choose("Somebody else who works here", "Who is it about?");
        await young.Open("It is about somebody who would read this");
        await young.Tick(lead.Name, "We will hide it from");
        await young.Press("Send");
        var hidden = young.Path.Split('/')[^1];
        await leads.Go($"/safeguarding/concerns/{hidden}", status: 404);
        await using var others = await system.Visit(width, script, other);
        await others.Go($"/safeguarding/concerns/{hidden}");
        await others.See("The lead laughed at me.", "About staff");
    }

    [Theory, EveryWay]
    public async Task A_stranger_says_what_worries_them_without_saying_who_they_are(int width, bool script)
    {
        await using var stranger = await system.Visit(width, script);
        await stranger.Go("/concern");
        await stranger.SeeHeading("Raise a concern");
        await stranger.Choose("Yes", "Is anybody in danger right now?");
        await stranger.Press("Send", status: 422);
        await stranger.SeeErrors("Tell us what happened. A few words are enough.");
        await stranger.Fill("What happened?", "A girl was crying at the bus stop and a man would not let her go.");
        await stranger.Press("Send");
        await stranger.SeeHeading("Thank you for telling us");
        await stranger.See("within an hour", "Call 999", "You said that somebody is in danger right now.");
        await stranger.Reload();
    }

    [Fact]
    public async Task A_worry_can_be_raised_by_keyboard_alone_and_at_four_hundred_percent()
    {
        var mentee = await system.People.InvitedMentee(await system.People.NewCaseworker());
        await using var young = await system.Visit(Visitor.Desk, script: true, mentee);
        await young.Go("/concern");
        await young.LosesNothingAt400Percent();
        await young.Choose("No");
        await young.Fill("What happened?", "I am scared to go home.");
        await young.Press("Send");
        await young.SeeHeading("Thank you for telling us");
    }

    [Fact]
    public async Task A_mentor_links_a_worry_to_a_match_and_a_lead_opens_all_three_records()
    {
        var people = system.People;
        var (coordinator, caseworker, lead) = (await people.NewCoordinator(), await people.NewCaseworker(), await people.NewLead());
        var mentor = await people.ClearedMentor(coordinator, caseworker);
        var mentee = await people.ReadyMentee(caseworker);
        var match = await People.ActiveMatch(caseworker, mentee, mentor);

        // The safeguarding service hears of the match in its own time.
        await using var raiser = await system.Visit(Visitor.Desk, script: true, mentor);
        await using var leads = await system.Visit(Visitor.Desk, script: true, lead);
        await Testing.Eventually.Passes(async () =>
        {
            await raiser.Go($"/concern?match={match}");
            await raiser.Choose("No", "Is anybody in danger right now?");
            await raiser.Fill("What happened?", "She was very quiet.");
            await raiser.Press("Send");
            await leads.Go($"/safeguarding/concerns/{raiser.Path.Split('/')[^1]}");
            await leads.See("See their match");
        });
        foreach (var (link, heading) in new[] { ("See the young person it is about", $"Record of {mentee.Name}"), ("See the mentor who raised it", $"Record of the mentor {mentor.Name}") })
        {
            var concern = leads.Path;
            await leads.Follow(link);
            await leads.Fill("Why do you need it?", "I follow up the concern raised today.");
            await leads.Press("Open it");
            await leads.SeeHeading(heading);
            await leads.Go(concern);
        }

        await leads.Go("/safeguarding/records");
        await leads.Fill("Link of the page", "no number");
        await leads.Press("Continue", status: 422);
        await leads.SeeErrors("There is no number of a record in that. Copy the whole link of the page.");
        await leads.Fill("Link of the page", match.ToString());
        await leads.Press("Continue", status: 422);
        await leads.SeeErrors("Say what it is: a young person, a mentor or a match.");
        await leads.Choose("A match");
        await leads.Press("Continue");
        await leads.Fill("Why do you need it?", "I follow up the concern raised today.");
        await leads.Press("Open it");
        await leads.See("Active", "No session has been booked in this match.", caseworker.Name);
    }
}
