using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Pages.Steering;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Begins a draft with what it is for.</summary>
public sealed class BeginDraftModel : AdminPage
{
    /// <summary>What is to change, and why.</summary>
    [BindProperty, Required(ErrorMessage = "Say what is to change, and why."), StringLength(1000, MinimumLength = 3, ErrorMessage = "Use 3 to 1,000 characters.")]
    public string? Note { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
        Load();
        ModelState.Clear();
    }

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Load();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post<DraftSeen>(Service.Matching, "/policies/drafts", new { note = Note });
        return outcome.IsDone ? Done($"/admin/policy/drafts/{outcome.Value!.DraftId}/edit", "The draft is there. Now change its numbers.") : Refused(outcome);
    }

    private void Load() => (Title, Back) = ("Begin a draft", "/admin/policy");
}
