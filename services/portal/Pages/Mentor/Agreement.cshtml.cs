using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>The agreement: read, signed, and the application sent with it.</summary>
public sealed class AgreementModel : MentoringPage
{
    /// <summary>Whether they agree.</summary>
    [BindProperty]
    public bool Agree { get; set; }

    /// <summary>The version that was read.</summary>
    [BindProperty]
    public string? Version { get; set; }

    /// <summary>Their record.</summary>
    public Part<OwnRecord> Record { get; private set; } = new();

    /// <summary>The text.</summary>
    public Part<Agreed> Text { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Record.IsMissing ? Missing() : Page();
    }

    /// <summary>Signs it and sends the application.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        if (!Agree) ModelState.AddModelError(nameof(Agree), "Tick this if you agree.");
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Caller.Mentor}/application", new { agreementVersion = Version ?? string.Empty });
        return outcome.IsDone ? Done("/mentor/application?sent=true") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "The agreement – for mentors";
        Back = "/mentor/application";
        var record = Ask.Get<OwnRecord>(Service.Mentor, "/mentors/me");
        var text = Ask.Get<Agreed>(Service.Mentor, "/agreement");
        Record = await record;
        Text = await text;
    }

    /// <summary>The agreement in force.</summary>
    /// <param name="Version">Its version.</param>
    /// <param name="Text">Its sentences.</param>
    public sealed record Agreed(string Version, IReadOnlyList<string> Text);
}
