using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Asks once before it is done.</summary>
public sealed class MentorDeclineModel : MentorPage
{
    private const string Question = "Decline {0}?";

    /// <summary>Why.</summary>
    [BindProperty, Required(ErrorMessage = "Say why, for the record."), StringLength(500, MinimumLength = 3, ErrorMessage = "Say why in 3 to 500 characters.")]
    public string? Why { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow(Question) ? Page() : NotShown();

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await CanShow(Question) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Id}/decline", new { why = Why });
        return outcome.IsDone ? Done($"/work/mentors/{Id}", "They are declined. Remember to tell them yourself.") : await RefusedAgain(outcome, Question);
    }
}
