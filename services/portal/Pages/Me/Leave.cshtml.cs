using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They leave; as easy as it was to begin.</summary>
public sealed class LeaveModel : MyPage
{
    /// <summary>Why, if they like.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Make it a bit shorter: 500 characters at most.")]
    public string? Why { get; set; }

    /// <summary>Shows the page.</summary>
    public void OnGet() => Head();

    /// <summary>They leave.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Head();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Mentee, $"/mentees/{Me}/leave", new { why = string.IsNullOrWhiteSpace(Why) ? null : Why });
        // Their account may be closed before the next page: the goodbye is on a page that anybody can read.
        return outcome.IsDone ? Done("/", "You have left. Thank you for the time you were here. We wish you well.") : Refused(outcome);
    }

    private void Head()
    {
        Title = "Leave the programme";
        Back = "/me/choices";
    }
}
