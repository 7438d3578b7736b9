using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>The safety plan as it is made together: its risks, the young person's words, and when to look at it again.</summary>
public sealed class PlanEditModel : PlanningPage
{
    /// <summary>The young person's own words.</summary>
    [BindProperty, StringLength(2000, ErrorMessage = "Keep this under 2,000 characters.")]
    public string? Words { get; set; }

    /// <summary>When it is looked at again.</summary>
    [BindProperty]
    public DateParts ReviewOn { get; set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Begin()) return NotShown();
        (Words, ReviewOn) = (Typed.Words, Typed.ReviewOn);
        return Page();
    }

    /// <summary>Goes to a risk, or to a new one, without losing what is typed here.</summary>
    /// <param name="number">Which, 1 for the first; one more than there are for a new one.</param>
    public async Task<IActionResult> OnPostRiskAsync(int number)
    {
        if (!await Begin()) return NotShown(typed: true);
        await KeepTyped();
        return LocalRedirect($"/work/mentees/{Id}/safety-plan/edit/risk/{Math.Clamp(number, 1, Typed.Risks.Count + 1)}");
    }

    /// <summary>Begins again from the plan that is there.</summary>
    public async Task<IActionResult> OnPostForgetAsync()
    {
        await Forget();
        return LocalRedirect($"/work/mentees/{Id}/safety-plan");
    }

    /// <summary>Saves the plan.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Begin()) return NotShown(typed: true);
        await KeepTyped();
        if (Typed.Risks.Count == 0) ModelState.AddModelError(nameof(Words), "Add at least one risk, even a small one.");
        else if (string.IsNullOrWhiteSpace(Words)) ModelState.AddModelError(nameof(Words), $"Write what {Mentee.FirstName} says about it, in their own words.");
        if (ReviewOn.Read() is not { } reviewOn || reviewOn <= Today || reviewOn > Today.AddMonths(6))
            ModelState.AddModelError(nameof(ReviewOn), $"Choose a day after today and by {Say.ShortDay(Today.AddMonths(6))}.");
        else if (Typed.Risks.Find(r => r.Until > reviewOn) is { } longer)
            ModelState.AddModelError(nameof(ReviewOn), $"“{longer.WhatWeDo}” is meant until {Say.ShortDay(longer.Until!.Value)}. Choose that day or a later one, or change the risk.");
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Put(Service.Mentee, $"/mentees/{Id}/risk-assessment", new
        {
            risks = Typed.Risks.Select(r => new { whatCouldHappen = r.WhatCouldHappen, likelihood = r.Likelihood, impact = r.Impact, whatWeDo = r.WhatWeDo, who = r.Who, until = r.Until, youngPersonsWords = r.TheirWords }),
            youngPersonsWords = Words,
            reviewOn = ReviewOn.Read(),
        });
        if (!outcome.IsDone) return Refused(outcome, ("youngPersonsWords", nameof(Words)), ("reviewOn", nameof(ReviewOn)));
        await Forget();
        return Done($"/work/mentees/{Id}/safety-plan", "The safety plan is saved. Now both of you sign it.");
    }

    private Task<bool> Begin() => Load("Safety plan with {0}", $"/work/mentees/{Id}/safety-plan");

    private async Task KeepTyped()
    {
        (Typed.Words, Typed.ReviewOn) = (Words, ReviewOn);
        if ((await Keep()).Refusal is { } tooLong) ModelState.AddModelError(nameof(Words), tooLong);
    }
}
