using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Asks once before it is done.</summary>
public sealed class MentorPauseModel : MentorPage
{
    private const string Question = "Pause {0} for a while?";

    /// <summary>Why.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? Why { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow(Question) ? Page() : NotShown();

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await CanShow(Question) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Id}/pause", new { why = Why });
        return outcome.IsDone ? Done($"/work/mentors/{Id}", "The break has begun.") : await RefusedAgain(outcome, Question);
    }
}
