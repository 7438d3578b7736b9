using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Who is being screened, what is missing, and whose turn it is.</summary>
public sealed class ScreeningQueueModel : WorkPage
{
    /// <summary>The summary.</summary>
    public Part<MentorsSummary> Summary { get; private set; } = new();

    /// <summary>Whoever looks.</summary>
    public Guid Me => Caller.Account.Value;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Screening";
        Back = "/work/mentors";
        Summary = await Ask.Get<MentorsSummary>(Service.Mentor, "/mentors/summary");
        return Page();
    }
}
