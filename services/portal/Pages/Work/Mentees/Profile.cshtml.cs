using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>What a young person wants and likes, in their words.</summary>
public sealed class MenteeProfileModel : MenteePage
{
    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow("What {0} wants", "/work/mentees") ? Page() : NotShown();
}
