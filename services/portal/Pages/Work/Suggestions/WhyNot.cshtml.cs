using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Why a mentor, or why not, for a young person.</summary>
public sealed class WhyNotModel : MenteePage
{
    /// <summary>The mentor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid MentorId { get; set; }

    /// <summary>What matching says.</summary>
    public Part<WhyNotSeen> Answer { get; private set; } = new();

    /// <summary>The mentor's name.</summary>
    public string Mentor { get; private set; } = "This mentor";

    /// <summary>Takes a pin or a ban back.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        var shown = await OnGetAsync();
        if (Answer.Value?.Mark is not { } mark) return shown is PageResult ? LocalRedirect($"/work/mentees/{Id}/suggestions/{MentorId}") : shown;
        var outcome = await Ask.Delete(Service.Matching, $"/mentees/{Id}/mentors/{MentorId}/{mark.Kind}");
        return outcome.IsDone ? Done($"/work/mentees/{Id}/suggestions/{MentorId}", mark.Kind == "pin" ? "The two are no longer kept together." : "The two are no longer ruled out.") : Refused(outcome);
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var answer = Ask.Get<WhyNotSeen>(Service.Matching, $"/mentees/{Id}/suggestions/{MentorId}");
        var names = NamesOf([], [MentorId]);
        var shown = await CanShow("A mentor for {0}?", $"/work/mentees/{Id}/suggestions");
        Answer = await answer;
        Mentor = (await names).Mentor(MentorId);
        if (!shown) return NotShown();
        Title = $"{Mentor} for {Name}?";
        return Answer.IsMissing ? Missing() : Page();
    }
}
