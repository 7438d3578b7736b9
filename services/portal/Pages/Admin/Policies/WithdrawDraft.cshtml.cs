using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Pages.Steering;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Asks once, and why, before a draft is taken back.</summary>
public sealed class WithdrawDraftModel : DraftPage
{
    /// <summary>Why.</summary>
    [BindProperty, Required(ErrorMessage = "Say why in 3 to 500 characters."), StringLength(500, MinimumLength = 3, ErrorMessage = "Say why in 3 to 500 characters.")]
    public string? Because { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await Begin() is { } other) return other;
        ModelState.Clear();
        return Page();
    }

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await Begin() is { } other) return other;
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post<DraftSeen>(Service.Matching, $"{Path}/withdrawal", new { because = Because });
        return outcome.IsDone ? Done(Home, "The draft is taken back.") : Refused(outcome);
    }

    private async Task<IActionResult?> Begin()
    {
        if (await Load() is { } other) return other;
        Title = $"Take “{Draft.Name}” back?";
        return Draft.IsOver ? Done(Home, "This draft is closed already.") : null;
    }
}
