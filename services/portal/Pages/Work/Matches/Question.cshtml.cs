using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Closes a young person's questions once they have been talked about.</summary>
public sealed class QuestionModel : MatchPage
{
    private const string Heading = "Questions about {0}";

    /// <summary>What was said.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? Answer { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow(Heading) ? Page() : NotShown();

    /// <summary>Closes them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await CanShow(Heading) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Matching, $"/matches/{Id}/question/answer", new { answer = Answer });
        return outcome.IsDone ? Done($"/work/matches/{Id}", "Good that you talked. They can ask again any time.") : await RefusedAgain(outcome, Heading);
    }
}
