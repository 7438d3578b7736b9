using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>The third question: why now.</summary>
public sealed class ReferWhyModel : ReferPage
{
    /// <summary>Why now.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? Note { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var typed = await Load();
        if (typed.FirstName is null) return LocalRedirect("/work/refer");
        Note = typed.Note;
        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var typed = await Load();
        typed.Note = Note;
        await Keep(typed);
        return ModelState.IsValid ? LocalRedirect("/work/refer/check") : Page();
    }

    private Task<Referring> Load()
    {
        Title = "Why a mentor, and why now?";
        Back = "/work/refer/contact";
        return Typed();
    }
}
