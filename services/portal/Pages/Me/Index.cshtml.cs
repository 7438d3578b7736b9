using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>The young person's home: one next thing to do, and what else there is.</summary>
public sealed class IndexModel : MyPage
{
    /// <summary>The one next thing.</summary>
    /// <param name="Title">What it is.</param>
    /// <param name="Words">A sentence or two about it.</param>
    /// <param name="Button">The words on the button; none where there is nothing to press.</param>
    /// <param name="Href">Where the button leads.</param>
    public sealed record Step(string Title, string Words, string? Button = null, string? Href = null);

    /// <summary>Their own record.</summary>
    public Part<MyRecord> Record { get; private set; } = new();

    /// <summary>Their sessions, thoughts and goals.</summary>
    public Part<MyHome> Home { get; private set; } = new();

    /// <summary>Mentors offered to them.</summary>
    public Part<Page<MyMatch>> Offers { get; private set; } = new();

    /// <summary>The mentor's first name.</summary>
    public string Mentor { get; private set; } = "your mentor";

    /// <summary>The one next thing to do.</summary>
    public Step? Next { get; private set; }

    /// <summary>A session of which they can say whether it took place, when that is the next thing.</summary>
    public MySession? ToSay { get; private set; }

    /// <summary>Whether a concern was begun for them, and is not sent.</summary>
    public bool HasBegunConcern { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Page();
    }

    /// <summary>They say whether a session took place.</summary>
    public async Task<IActionResult> OnPostMetAsync(Guid session, bool met)
    {
        var outcome = await Ask.Post(Service.Session, $"/sessions/{session}/attendance", new { outcome = met ? "held" : "missed" });
        if (outcome.IsDone) return Done(met ? $"/me/sessions/{session}/how-was-it" : "/me", met ? "Thank you. It is good that you met." : "Thank you for telling us. That is OK.");
        await Load();
        return Refused(outcome);
    }

    /// <summary>They tick a next step.</summary>
    public async Task<IActionResult> OnPostTickAsync(Guid reflection)
    {
        var outcome = await Ask.Post(Service.Session, $"/reflections/{reflection}/next-step", new { done = true });
        if (outcome.IsDone) return Done("/me", "Well done.");
        await Load();
        return Refused(outcome);
    }

    private async Task Load()
    {
        Title = "My home";
        var record = AskForMe();
        var home = AskForHome();
        var offers = Ask.Get<Page<MyMatch>>(Service.Matching, "/mentees/me/offers");
        var mentors = AskForMentors();
        await Task.WhenAll(record, home, offers, mentors);
        (Record, Home, Offers) = (await record, await home, await offers);
        await FindCaseworker(Record.Value);
        HasBegunConcern = await HttpContext.RequestServices.GetRequiredService<Drafts>().Has(Caller.Account, ConcernDraft.Journey, Gone);
        Mentor = NameOf(await mentors, Home.Value?.MentorId ?? Home.Value?.ApprovedMentorId);
        var offered = Offers.Value?.Items.Select(o => o.MentorId).ToHashSet() ?? [];
        var waiting = (await mentors).Value?.FirstOrDefault(m => !offered.Contains(m.MentorId));
        Next = First(waiting?.FirstName);
    }

    private Step? First(string? waitingFor)
    {
        if (!Record.IsThere) return null;
        var me = Record.Value;
        if (me.Standing.Stage == "left") return new("You have left", "You are not in the programme any more. Would you like to come back? Ask your caseworker, or write to us.", "How to reach us", "/contact");
        if (me.Standing.Stage == "paused") return new("You are taking a break", "Take the time you need. Nothing is lost.", "I am ready to come back", "/me/break");
        if (me.Needs("consent")) return new("Do you want to take part?", "Read what it means. Then say yes or no. You choose.", "Read and choose", "/me/consent");
        if (Offers.Value?.Items.Count is > 0 and var count)
            return new(count == 1 ? "Somebody would like to be your mentor" : $"{count} people would like to be your mentor", "Read about them. Say yes, no thanks, or ask to know more.", count == 1 ? "Meet them" : "Meet them all", "/me/mentor");
        if (me.Needs("mentee-signature")) return new("Read your safety plan", "It says how we keep you safe. If it is right, put your name to it.", "Read my plan", "/me/safety-plan");
        if (me.Standing.StillNeeded.Any(n => n is "goal-area" or "language" or "way-to-meet" or "postcode" or "free-time"))
            return new("Tell us what matters to you", "Tap what fits you. You can skip things and come back later.", "About me", "/me/about");
        return Home.IsThere ? WithMentor(me, Home.Value, waitingFor) : Waiting(me, waitingFor);
    }

    private Step WithMentor(MyRecord me, MyHome home, string? waitingFor)
    {
        var now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (home.ToSay.Count > 0)
        {
            ToSay = home.ToSay[0];
            return new($"Did you meet {Mentor}?", $"You planned to meet on {Say.When(ToSay.StartsAt)}.");
        }

        if (home.Next is { Proposal: { By: "mentor" } asked } moving && moving.StartsAt > now)
            return new($"{Mentor} asks for another time", $"{Say.When(asked.StartsAt, Today)} instead of {Say.When(moving.StartsAt, Today)}. You can say yes or no.", "See and answer", $"/me/sessions/{moving.Id}");
        if (home.Next is { } next)
            return new(next.StartsAt <= now ? $"You are meeting {Mentor} now" : $"You will meet {Mentor}", $"{Say.When(next.StartsAt, Today)}, for {next.Minutes} minutes. {Say.Word(next.How)}.", "See or change it", $"/me/sessions/{next.Id}");
        if (home.Stopped) return new("You do not have to meet just now", "You did nothing wrong, and you do not need to do anything. Your caseworker will talk with you.");
        if (home.MatchId is not null) return new($"Plan a time with {Mentor}", "Pick a day and a time that is good for you.", "Plan a time", "/me/sessions/book");
        if (home.ApprovedMentorId is not null) return new("It is a match", $"You and {Mentor}. Your caseworker plans the first time you meet.", "See how it is going", "/me/mentor");
        return Waiting(me, waitingFor);
    }

    private static Step Waiting(MyRecord me, string? waitingFor)
    {
        if (waitingFor is not null) return new($"You said yes to {waitingFor}", "We are getting things ready. Your caseworker will tell you what comes next.", "See how it is going", "/me/mentor");
        if (me.Standing.StillNeeded.Count > 0) return new("Your caseworker is doing the next part", me.Standing.WhatYouCanDo[0]);
        return new("We are looking for a mentor for you", "There is nothing you need to do now. We will write to you when we have found somebody.");
    }
}
