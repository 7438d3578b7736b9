using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
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

    /// <summary>Whether the two have met already, where that is not known: yes or no.</summary>
    [BindProperty]
    public string? Met { get; set; }

    /// <summary>Yes and no.</summary>
    public static IReadOnlyList<Choice> YesNo { get; } = [new("yes", "Yes"), new("no", "No")];

    /// <summary>Whether the two have met, so that there is a goodbye.</summary>
    public bool HasBegun => Match?.State is "active" or "ending";

    /// <summary>Whether the two are not to meet just now.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Whether it is ending already, because somebody asked for it.</summary>
    public bool IsEnding => Match?.State == "ending";

    /// <summary>Whether the two may have met although nobody wrote it down yet.</summary>
    public bool MayHaveMet => Match?.State == "approved";

    /// <summary>Shows the page.</summary>
    public Task<IActionResult> OnGetAsync(Guid id) => Show(id);

    /// <summary>They stop.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await Load(id)) return Missing();
        if (MayHaveMet && Met is not ("yes" or "no")) ModelState.AddModelError(nameof(Met), "Say whether you two have met.");
        if (!ModelState.IsValid) return await Show(id);
        var why = string.IsNullOrWhiteSpace(Why) ? null : Why.Trim();
        var isUnsafe = Cause == "safety"; // heard in whatever state it is by now
        var outcome = HasBegun || MayHaveMet || isUnsafe
            ? await Ask.Post(Service.Matching, $"/matches/{id}/ending", new { kind = Cause == "planned" ? "planned" : "early", cause = EndingCauses.For(Cause, Cause), reason = why, haveMet = Met == "yes" })
            : await Ask.Post(Service.Matching, $"/matches/{id}/mentee-answer", new { answer = "no", why });
        if (outcome.IsDone && isUnsafe)
        {
            await HttpContext.RequestServices.GetRequiredService<Drafts>().BeginConcern(Caller.Account, "I asked to stop with my mentor, because I do not feel safe.", why, id, Gone);
            return Done("/concern", "Thank you for telling us. You are not in trouble. You do not have to meet any more: what was planned is called off.");
        }

        if (outcome.IsDone)
            return Done("/me/mentor", IsEnding ? "Thank you for telling us. Your caseworker reads it." : HasBegun || Met == "yes" ? "Thank you for telling us. Your caseworker will talk to you about a good ending." : "Thank you for telling us. That is fine.");
        return await Show(id) is NotFoundResult missing ? missing : Refused(outcome);
    }

    private async Task<IActionResult> Show(Guid id)
    {
        if (Match is null && !await Load(id)) return Missing();
        Title = "Do you want to stop?";
        if (IsEnding) Stopped = (await AskForHome()).Value?.Stopped == true;
        Back = "/me/mentor";
        return Page();
    }
}
