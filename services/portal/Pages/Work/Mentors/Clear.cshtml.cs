using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Asks once before a mentor is cleared.</summary>
public sealed class ClearModel : MentorPage
{
    private const string Question = "Clear {0} as a mentor?";

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow(Question, $"/work/mentors/{Id}/screening") ? Page() : NotShown();

    /// <summary>Clears.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Id}/clearance");
        return outcome.IsDone ? Done($"/work/mentors/{Id}", "Cleared. They can be offered to young people now.") : await RefusedAgain(outcome, Question);
    }
}
