using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They want to stop with a mentor: as easy as it was to begin.</summary>
public sealed class StopMatchModel : OfferPage
{
    /// <summary>Why, if they like.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Make it a bit shorter: 500 characters at most.")]
    public string? Why { get; set; }

    /// <summary>Why from the list, if they like.</summary>
    [BindProperty]
    public string? Cause { get; set; }

    /// <summary>Whether the two have met, so that there is a goodbye.</summary>
    public bool HasBegun => Match?.State is "active" or "ending";

    /// <summary>Shows the page.</summary>
    public Task<IActionResult> OnGetAsync(Guid id) => Show(id);

    /// <summary>They stop.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await Load(id)) return Missing();
        if (!ModelState.IsValid) return await Show(id);
        var why = string.IsNullOrWhiteSpace(Why) ? null : Why;
        var outcome = HasBegun
            ? await Ask.Post(Service.Matching, $"/matches/{id}/ending", new { kind = Cause == "planned" ? "planned" : "early", cause = EndingCauses.For(Cause, Cause), reason = why })
            : await Ask.Post(Service.Matching, $"/matches/{id}/mentee-answer", new { answer = "no", why });
        if (outcome.IsDone && HasBegun && Cause == "safety")
            return Done($"/concern?match={id}", "Thank you for telling us. Your caseworker will talk to you. If you want to, tell us here what happened.");
        if (outcome.IsDone) return Done("/me/mentor", HasBegun ? "Thank you for telling us. Your caseworker will talk to you about a good ending." : "Thank you for telling us. That is fine.");
        return await Show(id) is NotFoundResult missing ? missing : Refused(outcome);
    }

    private async Task<IActionResult> Show(Guid id)
    {
        if (Match is null && !await Load(id)) return Missing();
        Title = "Do you want to stop?";
        Back = "/me/mentor";
        return Page();
    }
}
