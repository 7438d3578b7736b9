using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>Asks once before a session is called off.</summary>
public sealed class CancelSessionModel : MentoringPage
{
    /// <summary>The session.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Why, if they want to say.</summary>
    [BindProperty]
    [StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? Why { get; set; }

    /// <summary>The session.</summary>
    public Part<OwnSession> Session { get; private set; } = new();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Session.IsMissing ? Missing() : Page();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Session.IsMissing) return Missing();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Session, $"/sessions/{Id}/cancel", new { why = string.IsNullOrWhiteSpace(Why) ? null : Why.Trim() });
        return outcome.IsDone ? Done("/mentor/sessions", "The session is called off, and the young person is told.") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "Call off a session – for mentors";
        Back = $"/mentor/sessions/{Id}";
        Session = await Ask.Get<OwnSession>(Service.Session, $"/sessions/{Id}");
    }
}
