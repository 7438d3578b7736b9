using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>Their look back on one page, that they may print and keep.</summary>
public sealed class LookBackModel : LookBackPage
{
    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Look back at what you did";
        Back = "/me/mentor";
        await Read();
        return Seen is { IsMissing: true, Sentence: null } ? Missing() : Page();
    }
}
