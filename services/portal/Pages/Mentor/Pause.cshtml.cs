using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>Asks once before a mentor takes a break.</summary>
public sealed class PauseModel : MentoringPage
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
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Caller.Mentor}/pause", new { why = Why });
        return outcome.IsDone ? Done("/mentor", "You are on a break. Come back whenever you like.") : Refused(outcome);
    }

    private void Show()
    {
        Title = "Take a break – for mentors";
        Back = "/mentor";
    }
}
