using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Asks once before it is done.</summary>
public sealed class MenteeLeaveModel : MenteePage
{
    /// <summary>Why.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? Why { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow("Should {0} leave the programme?") ? Page() : NotShown();

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await CanShow("Should {0} leave the programme?")) return NotShown(typed: true);
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Mentee, $"/mentees/{Id}/leave", new { why = Why });
        return outcome.IsDone ? Done($"/work/mentees/{Id}", "They have left the programme.") : Refused(outcome);
    }
}
