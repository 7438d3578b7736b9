using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>The safety plan, to read together, to sign and to print.</summary>
public sealed class PlanModel : MenteePage
{
    /// <summary>The version that was read.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow("Safety plan of {0}", "/work/mentees") ? Page() : NotShown();

    /// <summary>Signs the version that was read.</summary>
    public async Task<IActionResult> OnPostSignAsync()
    {
        var outcome = await Ask.Post(Service.Mentee, $"/mentees/{Id}/risk-assessment/signature", new { version = Version });
        if (outcome.IsDone) return Done($"/work/mentees/{Id}/safety-plan", "Signed. Your name stands under this safety plan.");
        return await CanShow("Safety plan of {0}", "/work/mentees") ? Refused(outcome) : NotShown();
    }
}
