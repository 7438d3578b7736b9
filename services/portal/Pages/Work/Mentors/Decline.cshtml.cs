using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Asks once before it is done.</summary>
public sealed class MentorDeclineModel : MentorPage
{
    private const string Question = "Decline {0}?";

    /// <summary>The reasons that a letter can give: the same for everybody.</summary>
    public static IReadOnlyList<Choice> Reasons { get; } =
    [
        new("identity", "We could not make sure who they are"),
        new("references", "There are no two references that meet the criteria", "The letter does not say what a referee said."),
        new("dbs", "The DBS check", "Not made, or what it says does not fit with the role."),
        new("interview", "The interview did not meet every criterion"),
        new("training", "The training was not done"),
        new("agreement", "The agreement was not kept, or something in the application is not so"),
        new("no-answer", "We did not hear from them any more"),
    ];

    /// <summary>The reason in the letter.</summary>
    [BindProperty, Required(ErrorMessage = "Choose the reason that the letter gives.")]
    public string? Reason { get; set; }

    /// <summary>Why.</summary>
    [BindProperty, Required(ErrorMessage = "Say why, for the record."), StringLength(500, MinimumLength = 3, ErrorMessage = "Say why in 3 to 500 characters.")]
    public string? Why { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow(Question) ? Page() : NotShown();

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await CanShow(Question) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Id}/decline", new { reason = Reason, why = Why });
        return outcome.IsDone ? Done($"/work/mentors/{Id}", "They are declined, and find a letter. Remember to tell them yourself.") : await RefusedAgain(outcome, Question);
    }
}
