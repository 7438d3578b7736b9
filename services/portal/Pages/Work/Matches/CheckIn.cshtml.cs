using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Writes down a check-in with one of the two.</summary>
public sealed class CheckInModel : MatchPage
{
    private const string Question = "Check-in: {0}";

    /// <summary>How they spoke.</summary>
    public static IReadOnlyList<Choice> Ways { get; } = Choice.Of(["in-person", "video", "phone"]);

    /// <summary>Whether they meet.</summary>
    public static IReadOnlyList<Choice> Activities { get; } = [new("as-planned", "As they meant to"), new("less-than-planned", "Less than they meant to"), new("not-at-all", "Not at all")];

    /// <summary>Whether they feel safe.</summary>
    public static IReadOnlyList<Choice> Safeties { get; } = [new("safe", "Yes"), new("unsure", "Not sure"), new("not-safe", "No")];

    /// <summary>How it is between them.</summary>
    public static IReadOnlyList<Choice> Qualities { get; } = [new("good", "Good"), new("mixed", "Mixed"), new("poor", "Poor")];

    /// <summary>With whom.</summary>
    [BindProperty, Required(ErrorMessage = "Choose whom you spoke with.")]
    public string? With { get; set; }

    /// <summary>The day.</summary>
    [BindProperty]
    public DateParts HeldOn { get; set; } = new();

    /// <summary>How.</summary>
    [BindProperty, Required(ErrorMessage = "Choose how you spoke.")]
    public string? How { get; set; }

    /// <summary>Whether they meet.</summary>
    [BindProperty, Required(ErrorMessage = "Choose how often the two meet.")]
    public string? Activity { get; set; }

    /// <summary>Whether they feel safe.</summary>
    [BindProperty, Required(ErrorMessage = "Choose whether they feel safe.")]
    public string? Safety { get; set; }

    /// <summary>How it is between them.</summary>
    [BindProperty, Required(ErrorMessage = "Choose how it is between the two.")]
    public string? Quality { get; set; }

    /// <summary>What would help.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? WhatWouldHelp { get; set; }

    /// <summary>A note.</summary>
    [BindProperty, StringLength(4000, ErrorMessage = "Keep this under 4,000 characters.")]
    public string? Note { get; set; }

    /// <summary>With whom, to choose from.</summary>
    public IReadOnlyList<Choice> Both => [new("mentee", Mentee), new("mentor", Mentor)];

    /// <summary>Asks.</summary>
    /// <param name="with">With whom it is due.</param>
    public async Task<IActionResult> OnGetAsync(string? with)
    {
        With = with is "mentee" or "mentor" ? with : null;
        HeldOn = DateParts.From(Today);
        return await CanShow(Question) ? Page() : NotShown();
    }

    /// <summary>Writes it down.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (HeldOn.Read() is not { } day || day > Today || day < Today.AddDays(-60)) ModelState.AddModelError(nameof(HeldOn), "Enter today or a day in the last 60 days.");
        if (!ModelState.IsValid) return await CanShow(Question) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Session, $"/matches/{Id}/check-ins", new
        {
            with = With,
            heldOn = HeldOn.Read(),
            how = How,
            activity = Activity,
            safety = Safety,
            quality = Quality,
            whatWouldHelp = PersonFields.OrNull(WhatWouldHelp),
            note = PersonFields.OrNull(Note),
        });
        if (!outcome.IsDone) return await RefusedAgain(outcome, Question);
        return Done($"/work/matches/{Id}/check-ins", Safety == "safe" ? "Written down." : "Written down. They do not feel safe: raise a concern now, if you have not.");
    }
}
