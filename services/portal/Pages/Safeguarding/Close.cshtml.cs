using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>Asks once before a concern is closed, and how it came out.</summary>
public sealed class CloseModel : MentoringPage
{
    /// <summary>The concern.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>How it came out.</summary>
    [BindProperty, Required(ErrorMessage = "Write how it came out."), StringLength(2000, ErrorMessage = "Please keep this under 2,000 characters.")]
    public string? Outcome { get; set; }

    /// <summary>What was learned.</summary>
    [BindProperty, StringLength(2000, ErrorMessage = "Please keep this under 2,000 characters.")]
    public string? Learning { get; set; }

    /// <summary>What whoever raised it is told.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Please keep this under 1,000 characters.")]
    public string? Answer { get; set; }

    /// <summary>Asks.</summary>
    public void OnGet() => Prepare();

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Prepare();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Safeguarding, $"/concerns/{Id}/closing", new { outcome = Outcome, learning = Learning, answer = Answer });
        if (outcome.IsMissing) return Missing();
        return outcome.IsDone ? Done("/safeguarding", "The concern is closed.") : Refused(outcome);
    }

    private void Prepare()
    {
        Title = "Close this concern?";
        Back = $"/safeguarding/concerns/{Id}";
    }
}
