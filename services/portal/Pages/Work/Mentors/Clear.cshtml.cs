using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Asks once before a mentor is cleared. With an adverse finding the first caseworker proposes it, and another one decides.</summary>
public sealed class ClearModel : MentorPage
{
    private const string Question = "Clear {0} as a mentor?";

    /// <summary>Why not.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Whether whoever looks proposes it.</summary>
    public bool IsMine => Mentor.ProposedBy == Caller.Account.Value;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow(Question, $"/work/mentors/{Id}/screening") ? Page() : NotShown();

    /// <summary>Clears, or proposes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Ask.Post<MentorSeen>(Service.Mentor, $"/mentors/{Id}/clearance");
        if (!outcome.IsDone) return await RefusedAgain(outcome, Question);
        return Done($"/work/mentors/{Id}", outcome.Value?.ProposedBy is null ? "Cleared. They can be offered to young people now." : "You propose it. A colleague finds it on their first page and decides.");
    }

    /// <summary>Says no to what was proposed.</summary>
    public async Task<IActionResult> OnPostRefuseAsync()
    {
        if (Why?.Trim().Length is not (>= 3 and <= 500)) ModelState.AddModelError(nameof(Why), "Say why in 3 to 500 characters.");
        if (!ModelState.IsValid) return await CanShow(Question, $"/work/mentors/{Id}/screening") ? Page() : NotShown();
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Id}/clearance/refusal", new { why = Why });
        return outcome.IsDone ? Done($"/work/mentors/{Id}/screening", "They are not cleared. The screening goes on.") : await RefusedAgain(outcome, Question);
    }
}
