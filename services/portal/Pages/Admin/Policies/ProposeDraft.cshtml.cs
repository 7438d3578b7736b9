using Mentoring.Portal.Pages.Steering;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Asks until when members can vote.</summary>
public sealed class ProposeDraftModel : DraftPage
{
    /// <summary>The last day for votes.</summary>
    [BindProperty]
    public DateParts ClosesOn { get; set; } = new();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await Begin() is { } other) return other;
        ModelState.Clear();
        ClosesOn = DateParts.From(Today.AddDays(14));
        return Page();
    }

    /// <summary>Proposes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await Begin() is { } other) return other;
        if (ClosesOn.Read() is not { } closes)
        {
            ModelState.AddModelError(nameof(ClosesOn), "Enter the last day for votes, such as 7 12 2026.");
            return Page();
        }

        var outcome = await Ask.Post<DraftSeen>(Service.Matching, $"{Path}/proposal", new { closesOn = closes });
        return outcome.IsDone ? Done(Home, "The steering group can vote on it now.") : Refused(outcome);
    }

    private async Task<IActionResult?> Begin()
    {
        if (await Load() is { } other) return other;
        Title = $"Put “{Draft.Name}” to the vote?";
        return Draft.State == "draft" ? null : Done(Home, "This draft was put to the vote already.");
    }
}
