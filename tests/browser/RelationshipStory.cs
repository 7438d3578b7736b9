using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Mentoring.Browser.Tests;

/// <summary>What decides whether mentoring helps: a word after a session that is heard, a caseworker who looks, and an ending that is a good one.</summary>
public sealed class RelationshipStory(WholeSystem system)
{
    [Theory, EveryWay]
    public async Task A_worry_after_a_session_is_heard_a_review_is_held_and_a_match_ends_well(int width, bool script)
    {
        var people = system.People;
        var (coordinator, caseworker) = (await people.NewCoordinator(), await people.NewCaseworker());
        var mentor = await people.ClearedMentor(coordinator, caseworker);
        var mentee = await people.ReadyMentee(caseworker);
        var match = await People.ActiveMatch(caseworker, mentee, mentor);
        var session = await People.Book(mentee, match);

        // Time goes by: they began six weeks ago, and met yesterday.
        await system.Ask<int>("session", $"update sessions set starts_at = noon, ends_at = noon + interval '1 hour', held_from = noon, held_until = noon + interval '1 hour' from (select (date_trunc('day', now() at time zone 'Europe/London') - interval '12 hours') at time zone 'Europe/London' as noon) as yesterday where id = '{session}' returning 1");
        await system.Ask<int>("session", $"update matches set activated_at = now() - interval '45 days' where id = '{match}' returning 1");
        await using var young = await system.Visit(width, script, mentee);
        await using var work = await system.Visit(width, script, caseworker);
        await using var old = await system.Visit(width, script, mentor);

        // Three short questions; what worries them is theirs to send or not, and the page says what happens.
        await young.Go("/me");
        await young.Press("Yes, we met");
        await young.SeeHeading("How was it?");
        await young.See("Your mentor never does.");
        await young.Press("Send", status: 422);
        await young.SeeErrors("Choose how it was.", "Choose whether you feel safe.");
        await young.Choose("Not so good");
        await young.Choose("I am not sure");
        await young.Fill("Is there anything to change? (optional)", "A quieter place.");
        await young.Press("Send");
        await young.SeeHeading("Raise a worry");
        await young.Go("/me");
        await young.See("You began to tell us about a worry", "You choose whether to send it.");
        await young.Follow("Look at it again");
        await young.See("Call 999", "You choose whether to send it.", "your caseworker still sees what you said about feeling safe", "Your mentor does not see it.");
        (await young.Typed("What happened?")).ReplaceLineEndings("\n").ShouldEndWith("I said that I am not sure whether I feel safe.\nA quieter place.");
        await young.Press("Do not send it");
        await young.See("It is not sent.", "talks to you");
        await young.SeeNo("You began to tell us about a worry");
        await young.Go("/concern");
        (await young.Typed("What happened?")).ShouldBeEmpty();
        await young.Go($"/me/sessions/{session}/how-was-it");
        await young.See("You said how this session was.", "Not so good");
        await old.Go($"/mentor/sessions/{session}");
        await old.SeeNo("A quieter place.", "Not so good");
        await old.Choose("Yes, we met");
        await old.Press("Save");
        await old.SeeHeading("How was it?");
        await old.Follow("Skip this");
        await old.Go("/mentor");
        await old.Follow($"Say how it was on {Portal.Say.Day(People.Today.AddDays(-1))}");
        await old.Choose("Good");
        await old.Choose("Yes");
        await old.Press("Send");
        await old.See("Thank you for saying so.");

        // What is typed survives a closed browser: by itself where there is a script, else by a button. Next time it comes back.
        await young.Go($"/me/reflections/new?session={session}");
        await young.Fill("What happened?", "We sat on a bench.");
        if (script) await young.See("We keep what you type. Only you can read it.");
        else await young.Press("Save for later");
        await using (var again = await system.Visit(width, script, mentee))
        {
            await again.Go("/me");
            await again.Follow("Go on writing");
            (await again.Typed("What happened?")).ShouldBe("We sat on a bench.");
            await again.Fill("A small next step", "Ask about the course.");
            await again.Press("I am done");
            await again.Go("/me/reflections/new");
            await again.See("Last time you wanted to:", "Ask about the course.");
        }

        // The caseworker has a mail that names nobody, and sees it first.
        (await system.Letters.To(caseworker.Email, "Please talk with them today")).Text.ShouldNotContain(mentee.FirstName);
        await work.Go("/work");
        await work.See("does not feel safe, or is not sure: talk with them today", "check-ins and reviews due", "shows signs that it may end early");
        await work.Go("/work/meetings");
        await work.See("Does not feel safe, or is not sure", "Signs that a match may end early", "A check-in is long overdue");
        await work.Go($"/work/matches/{match}");
        await work.See($"{mentee.Name} does not feel safe, or is not sure", "Signs that it may end early", "It says nothing about either of the two.");
        await work.Press("Write down a check-in");
        await work.Choose("By phone");
        await work.Choose("Less than they meant to");
        await work.Choose("Yes", "Do they feel safe?");
        await work.Choose("Mixed");
        await work.Press("Write it down");
        await work.Go($"/work/matches/{match}");
        await work.SeeNo("does not feel safe, or is not sure");
        await work.Follow("See how it goes");
        await work.See("A quieter place.", "It was: not so good. Feels safe: not sure.");
        await work.Follow($"Review at six weeks with {mentee.Name} and {mentor.Name}");
        await work.Press("Write it down", status: 422);
        await work.SeeErrors("Say whether you looked at the goals together.", "Choose what comes of it.");
        await work.Fill($"What did {mentee.Name} say? (optional)", "It could be calmer.");
        await work.Choose("Yes", "Did you look at the goals together?");
        await work.Choose("They go on");
        await work.Press("Write it down");
        await work.See("Written down.", "It could be calmer.", "Looked at together.");
        await work.Go("/work/check-ins");

        // An early ending, said with a tap.
        await young.Go($"/me/mentor/{match}/stop");
        await young.Choose("We do not fit so well");
        await young.Press("Yes, I want to stop");
        await young.See("Thank you for telling us.");
        await young.Go("/me");
        await young.SeeInTheEnd("Saying goodbye");
        await young.Follow("Look back at what you did");
        await young.SeeHeading("Look back at what you did");
        await young.See("You met once.", "Save this page as a file", "Open the menu of your browser and choose Print.");
        await young.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var shown in (string[])["header", "footer", "a[href$='/file']", "button"]) (await young.Page.Locator(shown).First.IsVisibleAsync()).ShouldBeFalse($"on paper there is no {shown}");
        System.Text.Encoding.ASCII.GetString(await young.Page.PdfAsync(), 0, 5).ShouldBe("%PDF-");
        await young.Page.EmulateMediaAsync(new() { Media = Media.Null });
        var kept = await young.Download("Save this page as a file");
        foreach (var words in (string[])["<!DOCTYPE html>", "<style>", "You met once."]) kept.ShouldContain(words);
        foreach (var fetched in (string[])["<script", "<link", "src=", "url(", "http:", "https:", mentor.FirstName]) kept.ShouldNotContain(fetched, customMessage: "it is whole by itself, and names nobody");
        await work.Go("/work/matches?show=ending");
        await work.See("Closing due by");
        await work.Go($"/work/matches/{match}");
        await work.See("the two did not fit");
        await work.Press("Write down the closing");
        await work.Choose("No", "Was there a closing session?");
        await work.Fill("If no, why not?", "They did not want one.");
        await work.Choose("Yes", $"Did {mentee.Name} say something about it?");
        await work.Fill($"If yes, what did {mentee.Name} say?", "I can say stop now.");
        await work.Choose("They could not be reached", $"Did {mentor.Name} say something about it?");
        await work.Fill("What did they agree about contact from now on?", "No messages. A hello in town.");
        await work.Fill($"What support did you offer {mentee.Name}?", "I ring every Friday.");
        await work.Choose("Yes", "Were both thanked?");
        await work.Press("Write down the closing");
        await work.See("Thank you for ending it well.", "I can say stop now.", "Could not be reached.", "No messages. A hello in town.");

        // Each reads what was agreed, and the young person keeps what is theirs.
        await young.Go("/me/mentor");
        await young.See("No messages. A hello in town.", "I ring every Friday.");
        await young.Follow($"Look back at what you did (until {Portal.Say.Day(People.Today)})");
        await young.SeeInTheEnd("It ended on");
        await young.SeeNo(mentor.LastName, mentor.FirstName);
        await old.Go($"/mentor/matches/{match}");
        await old.See("A match that is over", "No messages. A hello in town.");
        await old.SeeNo(mentee.FirstName, "I ring every Friday.");
    }

    [Theory, EveryWay]
    public async Task Who_ends_a_match_because_they_do_not_feel_safe_is_not_left_with_a_session_and_both_are_heard(int width, bool script)
    {
        var people = system.People;
        var (coordinator, caseworker) = (await people.NewCoordinator(), await people.NewCaseworker());
        var mentor = await people.ClearedMentor(coordinator, caseworker);
        var mentee = await people.ReadyMentee(caseworker);
        var match = await People.ActiveMatch(caseworker, mentee, mentor);
        var session = await People.Book(mentee, match);
        await using var young = await system.Visit(width, script, mentee);
        await using var work = await system.Visit(width, script, caseworker);
        await using var old = await system.Visit(width, script, mentor);

        // The mentor asks first, for another reason; the young person is heard all the same.
        await old.Go($"/mentor/matches/{match}/end");
        await old.Choose("We have agreed to stop earlier");
        await old.Choose("The two did not fit");
        await old.Fill("More, if you want to say", "We have little to talk about.");
        await old.Press("Ask to end it");
        await young.Go($"/me/mentor/{match}/stop");
        await young.SeeHeading("This is ending");
        await young.Choose("I do not feel safe");
        await young.Fill("Do you want to say more?", "He was waiting at my school.");
        await young.Press("Tell my caseworker");
        await young.SeeHeading("Raise a worry");
        await young.See("what was planned is called off", "You choose whether to send it.");
        (await young.Typed("What happened?")).ReplaceLineEndings("\n").ShouldBe("I asked to stop with my mentor, because I do not feel safe.\nHe was waiting at my school.");
        await young.Press("Do not send it");
        await young.Go($"/me/sessions/{session}");
        await young.SeeInTheEnd("Called off");
        await young.Go("/me/mentor");
        await young.See("You do not have to meet any more.");
        await young.SeeNo("Plan a time to meet");
        await young.Go("/me");
        await young.See("You do not have to meet just now", "What you did is yours");
        await young.SeeNo("Saying goodbye", "Plan a time");

        // The mentor learns that it is off, and not why.
        await old.Go($"/mentor/sessions/{session}");
        await old.See("The programme");
        await old.SeeNo("safe", "at my school");
        await old.Go($"/mentor/matches/{match}");
        await old.See("The caseworker will talk with you about it.", "The programme has paused contact", caseworker.Name, "Say something about the ending");
        await old.SeeNo(mentee.FirstName, "Book a session");

        // The caseworker has the same alarm as after a session, both voices, and the way to let them meet.
        (await system.Letters.To(caseworker.Email, "asked to end it because")).Text.ShouldNotContain(mentee.FirstName);
        await work.Go("/work");
        await work.SeeInTheEnd("does not feel safe, or is not sure: talk with them today");
        await work.Go($"/work/matches/{match}");
        await work.See($"{mentee.Name} asked to end it: somebody does not feel safe", "Contact is paused", "We have little to talk about.", "He was waiting at my school.");
        await work.Press("Write down the closing");
        await work.See("What they said when they asked to end it", $"{mentee.Name}: Somebody did not feel safe. He was waiting at my school.");
        await work.Go($"/work/matches/{match}");
        await work.Follow("Let them have contact again");
        await work.SeeHeading($"Meetings of {mentee.Name} and {mentor.Name}");
        await work.Follow("Leave it as it is");
        await work.Press("Write down a check-in");
        await work.Choose("By phone");
        await work.Choose("Less than they meant to");
        await work.Choose("No", "Do they feel safe?");
        await work.Choose("Poor");
        await work.Press("Write it down");
        await work.Go($"/work/matches/{match}");
        await work.SeeNo("asked to end it: somebody does not feel safe");
    }
}
