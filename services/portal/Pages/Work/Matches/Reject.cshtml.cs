using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Asks once before an offer is taken back.</summary>
public sealed class RejectModel : MatchPage
{
    private const string Question = "Take back the offer: {0}?";

    /// <summary>Why.</summary>
    [BindProperty, Required(ErrorMessage = "Say why, for the record."), StringLength(1000, MinimumLength = 3, ErrorMessage = "Say why in 3 to 1,000 characters.")]
    public string? Reason { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow(Question) ? Page() : NotShown();

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await CanShow(Question) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Matching, $"/matches/{Id}/rejection", new { reason = Reason });
        return outcome.IsDone ? Done($"/work/matches/{Id}", "The offer is taken back.") : await RefusedAgain(outcome, Question);
    }
}
