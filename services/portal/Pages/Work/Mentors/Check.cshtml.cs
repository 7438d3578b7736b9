using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Records one check of a mentor's screening.</summary>
public sealed class CheckModel : MentorPage
{
    /// <summary>How it came out.</summary>
    public static IReadOnlyList<Choice> Outcomes { get; } = [new("passed", "Passed"), new("failed", "Not passed", "Takes a clearance at once.")];

    /// <summary>The levels of a DBS certificate.</summary>
    public static IReadOnlyList<Choice> Levels { get; } =
    [
        new("enhanced-with-barred-list", "Enhanced, with the children's barred list", "What this role needs."),
        new("enhanced", "Enhanced"),
        new("standard", "Standard"),
        new("basic", "Basic"),
    ];

    /// <summary>Which check.</summary>
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = string.Empty;

    /// <summary>How it came out.</summary>
    [BindProperty, Required(ErrorMessage = "Choose how it came out.")]
    public string? Outcome { get; set; }

    /// <summary>The level of a DBS certificate.</summary>
    [BindProperty]
    public string? Level { get; set; }

    /// <summary>When it was decided.</summary>
    [BindProperty]
    public DateParts DecidedOn { get; set; } = new();

    /// <summary>Until when it holds.</summary>
    [BindProperty]
    public DateParts ValidUntil { get; set; } = new();

    /// <summary>A note.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? Note { get; set; }

    /// <summary>What to look at.</summary>
    public string Help => Kind switch
    {
        "identity" => "Look at original papers, with a photo, the present name, address and date of birth.",
        "first-reference" or "second-reference" => "Speak with the referee yourself. Ask what they would want you to know about this person with young people.",
        "dbs" => "Read the certificate itself. Write down no details of what it says, only the result.",
        "interview" => "Two of you, with questions about motives, boundaries and a young person's own decisions.",
        "training" => "Mentoring, safeguarding and life in care. It holds for two years unless you say earlier.",
        "agreement" => "Go through the agreement together before you tick it off.",
        _ => string.Empty,
    };

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Load()) return NotShown();
        DecidedOn = DateParts.From(Today);
        return Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (DecidedOn.Read() is null) ModelState.AddModelError(nameof(DecidedOn), DecidedOn.IsEmpty ? "Enter the day it was decided." : "Check the day: there is no such day.");
        if (!ValidUntil.IsEmpty && ValidUntil.Read() is null) ModelState.AddModelError(nameof(ValidUntil), "Check the day: there is no such day.");
        if (Kind == "dbs" && Level is null) ModelState.AddModelError(nameof(Level), "Choose the level of the certificate.");
        if (!ModelState.IsValid) return await Load() ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Id}/checks", new
        {
            kind = Kind,
            level = Kind == "dbs" ? Level : "none",
            outcome = Outcome,
            decidedOn = DecidedOn.Read(),
            validUntil = ValidUntil.Read(),
            note = PersonFields.OrNull(Note),
        });
        if (outcome.IsDone) return Done($"/work/mentors/{Id}/screening", $"{Say.Check(Kind)}: recorded.");
        return await Load() || Record.IsAway ? Refused(outcome) : Missing();
    }

    private async Task<bool> Load() => MentorSeen.Kinds.Contains(Kind) && await CanShow($"{Say.Check(Kind)} of {{0}}", $"/work/mentors/{Id}/screening");
}
