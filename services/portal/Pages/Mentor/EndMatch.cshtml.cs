using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>Asks once before a mentor asks to end a match.</summary>
public sealed class EndMatchModel : MentoringPage
{
    /// <summary>The match.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>planned, early or unwilling.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>Why it ends earlier, from the list.</summary>
    [BindProperty]
    public string? Cause { get; set; }

    /// <summary>More about it, if they want to say.</summary>
    [BindProperty]
    [StringLength(1_000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? Why { get; set; }

    /// <summary>Whether the two have met already, where that is not known: yes or no.</summary>
    [BindProperty]
    public string? Met { get; set; }

    /// <summary>Whether the two may have met although nobody wrote it down yet.</summary>
    public bool MayHaveMet => Match.Value?.State == "approved";

    /// <summary>Whether it is ending already, because somebody asked for it.</summary>
    public bool IsEnding => Match.Value?.State == "ending";

    /// <summary>Whether it is over.</summary>
    public bool IsOver => Match.Value?.State is "ended" or "declined" or "rejected";

    /// <summary>The match.</summary>
    public Part<OwnMatch> Match { get; private set; } = new();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Match.IsMissing ? Missing() : Page();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Match.IsMissing) return Missing();
        if (Kind is not ("planned" or "early" or "unwilling")) ModelState.AddModelError(nameof(Kind), "Choose what fits best.");
        else if (Kind != "planned" && EndingCauses.All.All(c => c.Value != Cause)) ModelState.AddModelError(nameof(Cause), EndingCauses.Missing);
        if (MayHaveMet && Met is not ("yes" or "no")) ModelState.AddModelError(nameof(Met), "Say whether you two have met.");
        if (!ModelState.IsValid) return Page();
        var why = string.IsNullOrWhiteSpace(Why) ? null : Why.Trim();
        var outcome = await Ask.Post(Service.Matching, $"/matches/{Id}/ending", new { kind = Kind, cause = EndingCauses.For(Kind, Cause), reason = why, haveMet = Met == "yes" });
        if (outcome.IsDone && Kind != "planned" && Cause == "safety")
        {
            await HttpContext.RequestServices.GetRequiredService<Drafts>().BeginConcern(Caller.Account, "I asked to end the match, because somebody does not feel safe.", why, Id, Gone);
            return Done("/concern", "We heard you. What you two had booked is called off. If somebody is not safe, tell us here what happened.");
        }

        return outcome.IsDone ? Done($"/mentor/matches/{Id}", "Thank you for saying so. The caseworker gets in touch with both of you.") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "End a match – for mentors";
        Back = $"/mentor/matches/{Id}";
        var all = await Ask.Get<Listed<OwnMatch>>(Service.Matching, "/mentors/me/matches?take=100");
        var match = all.Value?.Items.FirstOrDefault(m => m.MatchId == Id);
        Match = all.IsAway ? new() { IsAway = true } : match is null ? new() { IsMissing = true } : new() { Value = match };
    }
}
