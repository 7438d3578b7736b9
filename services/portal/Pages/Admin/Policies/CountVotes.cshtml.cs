using Mentoring.Portal.Pages.Steering;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Asks once before the votes are counted.</summary>
public sealed class CountVotesModel : DraftPage
{
    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await Begin() ?? Page();

    /// <summary>Counts.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await Begin() is { } other) return other;
        var outcome = await Ask.Post<DraftSeen>(Service.Matching, $"{Path}/closing");
        if (!outcome.IsDone) return Refused(outcome);
        var draft = outcome.Value!;
        return Done(Home, draft.Count!.IsAdopted ? $"The draft is version {draft.AdoptedAs} of the matching policy now." : "The draft is not adopted. Nothing changes.");
    }

    private async Task<IActionResult?> Begin()
    {
        if (await Load() is { } other) return other;
        Title = $"Count the votes on “{Draft.Name}”?";
        return Draft.State == "proposed" ? null : Done(Home, "There are no votes to count.");
    }
}
