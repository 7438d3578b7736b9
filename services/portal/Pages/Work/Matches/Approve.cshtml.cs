using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Everything that must hold, then the approval.</summary>
public sealed class ApproveModel : MatchPage
{
    private const string Question = "Approve {0}?";

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow(Question) ? Page() : NotShown();

    /// <summary>Approves.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Ask.Post(Service.Matching, $"/matches/{Id}/approval");
        return outcome.IsDone ? Done($"/work/matches/{Id}", "Approved. Now arrange the first meeting of all three.") : await RefusedAgain(outcome, Question);
    }
}
