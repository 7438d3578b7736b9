using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Asks once before a match is ended.</summary>
public sealed class EndModel : MatchPage
{
    private const string Question = "End the match of {0}?";

    /// <summary>How it ends.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("planned", "As planned", "They did what they set out to do, or the time is up."),
        new("early", "Earlier than planned", "By agreement, or it faded."),
        new("unwilling", "It has to", "One of the two cannot go on."),
    ];

    /// <summary>How.</summary>
    [BindProperty, Required(ErrorMessage = "Choose how it ends.")]
    public string? Kind { get; set; }

    /// <summary>Why, from the list.</summary>
    [BindProperty]
    public string? Cause { get; set; }

    /// <summary>Whether the two have met although no first meeting is written down: yes or no.</summary>
    [BindProperty]
    public string? Met { get; set; }

    /// <summary>Whether the two may have met although nobody wrote it down yet.</summary>
    public bool MayHaveMet => Record.Value?.State == "approved";

    /// <summary>More about it.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? Reason { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow(Question) ? Page() : NotShown();

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Kind is not (null or "planned") && EndingCauses.All.All(c => c.Value != Cause)) ModelState.AddModelError(nameof(Cause), EndingCauses.Missing);
        var shown = await CanShow(Question);
        if (shown && MayHaveMet && Met is not ("yes" or "no")) ModelState.AddModelError(nameof(Met), "Say whether the two have met.");
        if (!ModelState.IsValid) return shown ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post<Ended>(Service.Matching, $"/matches/{Id}/ending", new { kind = Kind, cause = EndingCauses.For(Kind, Cause), reason = PersonFields.OrNull(Reason), haveMet = Met == "yes" });
        if (outcome.IsDone && Kind != "planned" && Cause == "safety") return Done($"/concern?match={Id}", "It is ending, and what was booked is called off. Talk with the young person today. Raise a concern here, so that it is looked into.");
        return outcome.IsDone ? Done($"/work/matches/{Id}", outcome.Value?.State == "ended" ? "The match is over." : "Both know now. Arrange a good last meeting.") : await RefusedAgain(outcome, Question);
    }

    /// <summary>Where it stands then.</summary>
    public sealed record Ended(string State);
}
