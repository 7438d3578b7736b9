using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Writes down a review: both voices, the goals, and whether to go on.</summary>
public sealed class ReviewModel : MatchPage
{
    private const string Question = "Review of {0}";

    /// <summary>What can come of it.</summary>
    public static IReadOnlyList<Choice> Outcomes { get; } = [new("go-on", "They go on"), new("go-on-differently", "They go on and change something"), new("end-well", "They bring it to a good end", "Then end the match from its page, so that both are told.")];

    /// <summary>Which.</summary>
    [BindProperty, Required(ErrorMessage = "Choose which review this is.")]
    public string? Milestone { get; set; }

    /// <summary>The day.</summary>
    [BindProperty]
    public DateParts HeldOn { get; set; } = new();

    /// <summary>What the young person said.</summary>
    [BindProperty, StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
    public string? MenteeWords { get; set; }

    /// <summary>What the mentor said.</summary>
    [BindProperty, StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
    public string? MentorWords { get; set; }

    /// <summary>Whether they looked at the goals.</summary>
    [BindProperty, Required(ErrorMessage = "Say whether you looked at the goals together.")]
    public string? Goals { get; set; }

    /// <summary>What comes of it.</summary>
    [BindProperty, Required(ErrorMessage = "Choose what comes of it.")]
    public string? Outcome { get; set; }

    /// <summary>What they change.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? Changes { get; set; }

    /// <summary>What came of it, in words.</summary>
    public static string OutcomeText(string outcome) => Outcomes.FirstOrDefault(o => o.Value == outcome)?.Text ?? outcome;

    /// <summary>Asks.</summary>
    /// <param name="milestone">Which is due.</param>
    public async Task<IActionResult> OnGetAsync(string? milestone)
    {
        Milestone = MilestoneSeen.All.Any(m => m.Value == milestone) ? milestone : null;
        HeldOn = DateParts.From(Today);
        return await CanShow(Question) ? Page() : NotShown();
    }

    /// <summary>Writes it down.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (HeldOn.Read() is not { } day || day > Today || day < Today.AddDays(-60)) ModelState.AddModelError(nameof(HeldOn), "Enter today or a day in the last 60 days.");
        if (Outcome == "go-on-differently" && string.IsNullOrWhiteSpace(Changes)) ModelState.AddModelError(nameof(Changes), "Say what they change.");
        if (!ModelState.IsValid) return await CanShow(Question) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Session, $"/matches/{Id}/reviews", new
        {
            milestone = Milestone,
            heldOn = HeldOn.Read(),
            menteeWords = PersonFields.OrNull(MenteeWords),
            mentorWords = PersonFields.OrNull(MentorWords),
            goalsLookedAt = Goals == "yes",
            outcome = Outcome,
            changes = PersonFields.OrNull(Changes),
        });
        if (!outcome.IsDone) return await RefusedAgain(outcome, Question);
        return Done($"/work/matches/{Id}/how-it-goes", Outcome == "end-well" ? "Written down. End the match from its page, so that both are told." : "Written down.");
    }
}
