using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Concern;

/// <summary>Raises a concern, signed in or not, in two minutes and on one page.</summary>
/// <param name="db">Who reads it.</param>
/// <param name="limit">How much one visitor may send who is not signed in.</param>
/// <param name="drafts">What was begun for somebody who said that they do not feel safe.</param>
public sealed class IndexModel(AccountsDb db, StrangersLimit limit, Drafts drafts) : MentoringPage
{
    private const string Nspcc = "the NSPCC Helpline on 0808 800 5000";

    /// <summary>yes or no.</summary>
    [BindProperty, Required(ErrorMessage = "Say whether anybody is in danger right now.")]
    public string? Danger { get; set; }

    /// <summary>In their own words.</summary>
    [BindProperty, Required(ErrorMessage = "Tell us what happened. A few words are enough."), StringLength(5000, ErrorMessage = "That is a lot to write. Please keep it under 5,000 characters.")]
    public string? WhatHappened { get; set; }

    /// <summary>A word of the safeguarding service's.</summary>
    [BindProperty]
    public string? About { get; set; }

    /// <summary>In their own words.</summary>
    [BindProperty, StringLength(200, ErrorMessage = "Please keep this under 200 characters.")]
    public string? AboutWhom { get; set; }

    /// <summary>In their own words.</summary>
    [BindProperty, StringLength(2000, ErrorMessage = "Please keep this under 2,000 characters.")]
    public string? WhatWouldHelp { get; set; }

    /// <summary>In their own words.</summary>
    [BindProperty, StringLength(200, ErrorMessage = "Please keep this under 200 characters.")]
    public string? HowToReachMe { get; set; }

    /// <summary>The accounts of leads it is about.</summary>
    [BindProperty]
    public List<Guid> HideFrom { get; set; } = [];

    /// <summary>The match it is about, when they came from its page.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Match { get; set; }

    /// <summary>The young person it is about, when they came from their page.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Mentee { get; set; }

    /// <summary>The mentor it is about, when they came from their page.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Mentor { get; set; }

    /// <summary>Whether they are a young person, who is spoken to in plainer words.</summary>
    public bool IsYoung => Caller.Is(Roles.Mentee);

    /// <summary>Whether they are signed in.</summary>
    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    /// <summary>Who reads concerns, for those signed in to hide it from.</summary>
    public IReadOnlyList<Choice> Leads { get; private set; } = [];

    /// <summary>Yes and no.</summary>
    public IReadOnlyList<Choice> YesNo { get; } = [new("yes", "Yes"), new("no", "No")];

    /// <summary>Whom it can be about.</summary>
    public IReadOnlyList<Choice> Whom => IsYoung
        ? [new("myself", "Me"), new("my-mentor", "My mentor"), new("my-caseworker", "My caseworker", "Your caseworker will not see this."), new("somebody-who-works-here", "Somebody else who works here"), new("somebody-else", "Somebody else")]
        : IsSignedIn
            ? [new("myself", "Me"), new("somebody-else", "A young person, or somebody else"), new("somebody-who-works-here", "Somebody who works for the programme", "Only safeguarding leads will see this.")]
            : [new("somebody-else", "A young person, or somebody else"), new("somebody-who-works-here", "Somebody who works for the programme", "Only safeguarding leads will see this.")];

    /// <summary>What the page is for.</summary>
    public string Lead => IsYoung
        ? "Tell us when something is wrong, or when you are scared or upset. It can be about you or about somebody else. You are not in trouble."
        : "Tell us if you are worried that somebody is not safe, or that something is not right. You do not have to be sure.";

    /// <summary>The question how to reach them.</summary>
    public string ReachLabel => IsYoung ? "How can we reach you best?" : IsSignedIn ? "How can we reach you? (optional)" : "How can we reach you, if you want us to? (optional)";

    /// <summary>A hint to it.</summary>
    public string ReachHint => IsYoung ? "Like “text me after four”. You can skip this." : IsSignedIn ? "Leave it empty if the usual way is fine." : "An e-mail address or a phone number. You do not have to say who you are.";

    /// <summary>Who reads it, in sentences.</summary>
    public IReadOnlyList<string> WhoReads { get; private set; } = [];

    /// <summary>What was begun for them; null when nothing was.</summary>
    public ConcernDraft? Begun { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        await Load();
        if (Begun is { } begun) (WhatHappened, Match) = (begun.WhatHappened, Match ?? begun.Match);
    }

    /// <summary>They do not send what was begun for them.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (!IsSignedIn) return Missing();
        await drafts.Delete(Caller.Account, ConcernDraft.Journey, Gone);
        return Done(Area.HomeOf(Caller), "It is not sent. The caseworker sees what you said about feeling safe, and talks to you.");
    }

    /// <summary>Sends it. Whatever goes wrong, what was typed stays.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Leads.Count > 0 && Leads.All(l => HideFrom.Contains(Guid.Parse(l.Value))))
            ModelState.AddModelError(nameof(HideFrom), $"Nobody else here reads this. Leave one of them out, or call {Nspcc}.");
        if (!ModelState.IsValid) return Page();
        return IsSignedIn ? await Send() : await SendAsStranger();
    }

    private async Task<IActionResult> Send()
    {
        var outcome = await Ask.Post<Raised>(Service.Safeguarding, "/concerns", new
        {
            whatHappened = WhatHappened,
            inDangerNow = Danger == "yes",
            whatWouldHelp = WhatWouldHelp,
            about = About,
            aboutWhom = AboutWhom,
            howToReachMe = HowToReachMe,
            hideFrom = HideFrom,
            menteeId = Mentee,
            mentorId = Mentor,
            matchId = Match,
        });
        if (outcome is not { IsDone: true, Value: { } raised }) return Refused(outcome);
        if (Begun is not null) await drafts.Delete(Caller.Account, ConcernDraft.Journey, CancellationToken.None);
        return LocalRedirect($"/concern/sent/{raised.Id}");
    }

    private async Task<IActionResult> SendAsStranger()
    {
        if (!limit.Allows(HttpContext))
        {
            ModelState.AddModelError(string.Empty, "We got a lot from you just now. Wait a minute, then press Send again. What you typed is still here.");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        var outcome = await Ask.Post(Service.Safeguarding, "/public-concerns", new
        {
            whatHappened = WhatHappened,
            inDangerNow = Danger == "yes",
            whatWouldHelp = WhatWouldHelp,
            aboutStaff = About == "somebody-who-works-here",
            aboutWhom = AboutWhom,
            howToReachMe = HowToReachMe,
        });
        return outcome.IsDone ? LocalRedirect(Danger == "yes" ? "/concern/sent?now=true" : "/concern/sent") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = IsYoung ? "Raise a worry" : "Raise a concern";
        ViewData["Exit"] = true;
        ViewData["Description"] = "Tell us if you are worried that somebody is not safe. You do not have to say who you are.";
        if (!IsSignedIn)
        {
            WhoReads = ["A safeguarding lead of the programme reads it, within an hour if somebody is in danger and within one working day otherwise.", "Their job is to keep young people safe. They tell others only where that is needed to keep somebody safe."];
            return;
        }

        Begun = await drafts.Read<ConcernDraft>(Caller.Account, ConcernDraft.Journey, Gone);
        var leads = await db.StaffWith(Gone, Roles.SafeguardingLead);
        Leads = [.. leads.Where(l => l.Id != Caller.Account.Value).Select(l => new Choice(l.Id.ToString(), l.Name))];
        var names = Say.List(leads.Select(l => l.Name));
        WhoReads = IsYoung
            ? [$"{(leads.Count == 0 ? "A safeguarding lead" : names)} {(leads.Count > 1 ? "read" : "reads")} it first. Their job is to keep people safe.", "After that your caseworker can read it too. If it is about your caseworker or somebody else who works here, they cannot."]
            : [$"{(leads.Count == 0 ? "The safeguarding leads" : names)} {(leads.Count == 1 ? "reads" : "read")} it, within an hour if somebody is in danger and within one working day otherwise.", "If it is about a young person, their caseworker can read it afterwards, unless it is about somebody who works here."];
    }

    /// <summary>What was saved.</summary>
    /// <param name="Id">The concern.</param>
    public sealed record Raised(Guid Id);
}
