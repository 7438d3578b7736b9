using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Asks once before it is done.</summary>
public sealed class MentorLeaveModel : MentorPage
{
    private const string Question = "Should {0} leave the programme?";

    /// <summary>Why.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? Why { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow(Question) ? Page() : NotShown();

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await CanShow(Question) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Id}/leave", new { why = Why });
        return outcome.IsDone ? Done($"/work/mentors/{Id}", "They have left the programme.") : await RefusedAgain(outcome, Question);
    }
}
