using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They call a session off; nobody has to say why.</summary>
public sealed class CancelSessionModel : MyPage
{
    /// <summary>The session.</summary>
    public Part<MySession> Session { get; private set; } = new();

    /// <summary>Why, if they like.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Make it a bit shorter: 500 characters at most.")]
    public string? Why { get; set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(id) ? Page() : Missing();

    /// <summary>They call it off.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!ModelState.IsValid) return await Load(id) ? Page() : Missing();
        var outcome = await Ask.Post(Service.Session, $"/sessions/{id}/cancel", new { why = string.IsNullOrWhiteSpace(Why) ? null : Why });
        if (outcome.IsDone) return Done("/me/sessions", "It is called off. That is OK. You can plan another time when you like.");
        return await Load(id) ? Refused(outcome) : Missing();
    }

    private async Task<bool> Load(Guid id)
    {
        Title = "Call it off?";
        Back = $"/me/sessions/{id}";
        Session = await Ask.Get<MySession>(Service.Session, $"/sessions/{id}");
        return !Session.IsMissing;
    }
}
