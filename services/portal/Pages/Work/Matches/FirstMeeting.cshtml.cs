using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Writes down the first meeting of all three.</summary>
public sealed class FirstMeetingModel : MatchPage
{
    private const string Question = "First meeting of {0}";

    /// <summary>The day.</summary>
    [BindProperty]
    public DateParts HeldOn { get; set; } = new();

    /// <summary>Where.</summary>
    [BindProperty, Required(ErrorMessage = "Say where you met."), StringLength(200, MinimumLength = 2, ErrorMessage = "Say where in 2 to 200 characters.")]
    public string? Where { get; set; }

    /// <summary>Whether all three were there.</summary>
    [BindProperty, Required(ErrorMessage = "Say whether all three of you were there.")]
    public string? Everybody { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow(Question) ? Page() : NotShown();

    /// <summary>Writes it down.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (HeldOn.IsEmpty) ModelState.AddModelError(nameof(HeldOn), "Enter the day you met.");
        else if (HeldOn.Read() is null) ModelState.AddModelError(nameof(HeldOn), "Check the day: there is no such day.");
        if (!ModelState.IsValid) return await CanShow(Question) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Matching, $"/matches/{Id}/first-meeting", new { heldOn = HeldOn.Read(), where = Where, everybodyThere = Everybody == "yes" });
        return outcome.IsDone ? Done($"/work/matches/{Id}", "Written down. From now on they can book sessions.") : await RefusedAgain(outcome, Question);
    }
}
