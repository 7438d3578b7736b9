using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>Asks once before a mentor leaves for good.</summary>
public sealed class LeaveModel : MentoringPage
{
    /// <summary>Why, if they want to say.</summary>
    [BindProperty]
    [StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? Why { get; set; }

    /// <summary>Asks.</summary>
    public void OnGet() => Show();

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Show();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Caller.Mentor}/leave", new { why = Why });
        // The account closes in the same minute; a page that is still open says so.
        return outcome.IsDone ? Done("/mentor", "You have left the programme. Thank you for everything.") : Refused(outcome);
    }

    private void Show()
    {
        Title = "Leave the programme – for mentors";
        Back = "/mentor";
    }
}
