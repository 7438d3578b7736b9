using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Writes down the closing: the last meeting and both voices.</summary>
public sealed class CloseModel : MatchPage
{
    private const string Question = "Closing of {0}";

    /// <summary>Whether there was a closing session.</summary>
    [BindProperty, Required(ErrorMessage = "Say whether there was a closing session.")]
    public string? WasHeld { get; set; }

    /// <summary>The day of it.</summary>
    [BindProperty]
    public DateParts HeldOn { get; set; } = new();

    /// <summary>Why there was none.</summary>
    [BindProperty, StringLength(1000, MinimumLength = 3, ErrorMessage = "Say why in 3 to 1,000 characters.")]
    public string? Because { get; set; }

    /// <summary>What the young person said.</summary>
    [BindProperty, StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
    public string? MenteeWords { get; set; }

    /// <summary>What the mentor said.</summary>
    [BindProperty, StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
    public string? MentorWords { get; set; }

    /// <summary>What comes next.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? WhatNext { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        !await CanShow(Question) ? NotShown()
        : Match.WantsClosing ? Page()
        : Done($"/work/matches/{Id}", Match.Closing is null ? "This match is not ending, so there is nothing to close." : "The closing is written down already.");

    /// <summary>Writes it down.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (WasHeld == "yes" && HeldOn.Read() is null) ModelState.AddModelError(nameof(HeldOn), HeldOn.IsEmpty ? "Enter the day of the closing session." : "Check the day: there is no such day.");
        if (WasHeld == "no" && string.IsNullOrWhiteSpace(Because)) ModelState.AddModelError(nameof(Because), "Say why there was no closing session.");
        if (!ModelState.IsValid) return await CanShow(Question) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Matching, $"/matches/{Id}/closing", new
        {
            closingSessionOn = WasHeld == "yes" ? HeldOn.Read() : null,
            noSessionBecause = WasHeld == "no" ? Because : null,
            menteeWords = PersonFields.OrNull(MenteeWords),
            mentorWords = PersonFields.OrNull(MentorWords),
            whatNext = PersonFields.OrNull(WhatNext),
        });
        return outcome.IsDone
            ? Done($"/work/matches/{Id}", "Written down. Thank you for ending it well.")
            : await RefusedAgain(outcome, Question, ("closingSessionOn", nameof(HeldOn)), ("noSessionBecause", nameof(Because)));
    }
}
