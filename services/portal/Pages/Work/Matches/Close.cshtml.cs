using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
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

    /// <summary>How somebody was heard.</summary>
    public static IReadOnlyList<Choice> Heard { get; } = [new("in-their-words", "Yes"), new("did-not-want-to", "No, they did not want to"), new("could-not-be-reached", "They could not be reached")];

    /// <summary>How the young person was heard.</summary>
    [BindProperty, Required(ErrorMessage = "Say whether the young person said something about it.")]
    public string? MenteeHeard { get; set; }

    /// <summary>How the mentor was heard.</summary>
    [BindProperty, Required(ErrorMessage = "Say whether the mentor said something about it.")]
    public string? MentorHeard { get; set; }

    /// <summary>What was agreed about contact.</summary>
    [BindProperty, Required(ErrorMessage = "Say what they agreed about contact."), StringLength(1000, MinimumLength = 3, ErrorMessage = "Say it in 3 to 1,000 characters.")]
    public string? ContactRules { get; set; }

    /// <summary>What the young person was offered.</summary>
    [BindProperty, Required(ErrorMessage = "Say what support you offered the young person."), StringLength(1000, MinimumLength = 3, ErrorMessage = "Say it in 3 to 1,000 characters.")]
    public string? SupportForMentee { get; set; }

    /// <summary>What the mentor was offered.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? SupportForMentor { get; set; }

    /// <summary>Whether both were thanked.</summary>
    [BindProperty, Required(ErrorMessage = "Say whether both were thanked.")]
    public string? BothThanked { get; set; }

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
        : Match.WantsClosing || Match.MayHaveClosing ? Page()
        : Done($"/work/matches/{Id}", Match.Closing is null ? "This match is not ending, so there is nothing to close." : "The closing is written down already.");

    /// <summary>Writes it down.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (WasHeld == "yes" && HeldOn.Read() is null) ModelState.AddModelError(nameof(HeldOn), HeldOn.IsEmpty ? "Enter the day of the closing session." : "Check the day: there is no such day.");
        if (WasHeld == "no" && string.IsNullOrWhiteSpace(Because)) ModelState.AddModelError(nameof(Because), "Say why there was no closing session.");
        if (MenteeHeard == "in-their-words" && string.IsNullOrWhiteSpace(MenteeWords)) ModelState.AddModelError(nameof(MenteeWords), "Write what the young person said.");
        if (MentorHeard == "in-their-words" && string.IsNullOrWhiteSpace(MentorWords)) ModelState.AddModelError(nameof(MentorWords), "Write what the mentor said.");
        if (!ModelState.IsValid) return await CanShow(Question) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Matching, $"/matches/{Id}/closing", new
        {
            closingSessionOn = WasHeld == "yes" ? HeldOn.Read() : null,
            noSessionBecause = WasHeld == "no" ? Because : null,
            menteeHeard = MenteeHeard,
            menteeWords = MenteeHeard == "in-their-words" ? MenteeWords : null,
            mentorHeard = MentorHeard,
            mentorWords = MentorHeard == "in-their-words" ? MentorWords : null,
            contactRules = ContactRules,
            supportForMentee = SupportForMentee,
            supportForMentor = PersonFields.OrNull(SupportForMentor),
            bothThanked = BothThanked == "yes",
            whatNext = PersonFields.OrNull(WhatNext),
        });
        return outcome.IsDone
            ? Done($"/work/matches/{Id}", "Written down. Thank you for ending it well.")
            : await RefusedAgain(outcome, Question, ("closingSessionOn", nameof(HeldOn)), ("noSessionBecause", nameof(Because)));
    }
}
