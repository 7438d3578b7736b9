using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>One session: when, how, and whether it happened.</summary>
/// <param name="clock">The clock.</param>
public sealed class SessionModel(TimeProvider clock) : MentoringPage
{
    /// <summary>The session.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>held or missed.</summary>
    [BindProperty]
    public string? Outcome { get; set; }

    /// <summary>The session.</summary>
    public Part<OwnSession> Session { get; private set; } = new();

    /// <summary>Whom the mentor may read of.</summary>
    public Part<IReadOnlyList<Introduced>> Young { get; private set; } = new();

    /// <summary>Whether it has begun.</summary>
    public bool HasBegun => Session.Value?.StartsAt <= clock.GetUtcNow();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Session.IsMissing ? Missing() : Page();
    }

    /// <summary>Says whether it happened.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Session.IsMissing) return Missing();
        if (Outcome is not ("held" or "missed")) ModelState.AddModelError(nameof(Outcome), "Choose whether it happened.");
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Session, $"/sessions/{Id}/attendance", new { outcome = Outcome });
        return outcome.IsDone ? Done(Outcome == "held" ? $"/mentor/sessions/{Id}/how-was-it" : $"/mentor/sessions/{Id}", Outcome == "held" ? "Thank you. It is written down." : "Thank you for telling us. You can book another one.") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "A session – for mentors";
        Back = "/mentor/sessions";
        var session = Ask.Get<OwnSession>(Service.Session, $"/sessions/{Id}");
        var young = Ask.Get<IReadOnlyList<Introduced>>(Service.Mentee, "/mentees/introductions");
        Session = await session;
        Young = await young;
    }
}
