using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They take a break, or come back from one.</summary>
public sealed class BreakModel : MyPage
{
    /// <summary>Their own record.</summary>
    public Part<MyRecord> Record { get; private set; } = new();

    /// <summary>Whether they are on a break.</summary>
    public bool IsPaused => Record.Value?.Standing.Stage == "paused";

    /// <summary>Why, if they like.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Make it a bit shorter: 500 characters at most.")]
    public string? Why { get; set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Page();
    }

    /// <summary>They take a break.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Mentee, $"/mentees/{Me}/pause", new { why = string.IsNullOrWhiteSpace(Why) ? null : Why });
        return outcome.IsDone ? Done("/me", "You are on a break. Take the time you need.") : Refused(outcome);
    }

    /// <summary>They come back.</summary>
    public async Task<IActionResult> OnPostBackAsync()
    {
        await Load();
        var outcome = await Ask.Post(Service.Mentee, $"/mentees/{Me}/resume");
        return outcome.IsDone ? Done("/me", "Welcome back.") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "Take a break";
        Back = "/me/choices";
        Record = await AskForMe();
    }
}
