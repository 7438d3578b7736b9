using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>Who can speak for a mentor.</summary>
public sealed class ReferencesModel : MentoringPage
{
    /// <summary>Their record.</summary>
    public Part<OwnRecord> Record { get; private set; } = new();

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Who can speak for me";
        Record = await Ask.Get<OwnRecord>(Service.Mentor, "/mentors/me");
        Back = Record.Value?.Stage == "invited" ? "/mentor/application" : "/mentor";
        return Record.IsMissing ? Missing() : Page();
    }
}
