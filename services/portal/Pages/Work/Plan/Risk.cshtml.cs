using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>One risk of the plan.</summary>
public sealed class PlanRiskModel : PlanningPage
{
    /// <summary>Which, 1 for the first.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>What could happen.</summary>
    [BindProperty, Required(ErrorMessage = "Write what could happen."), StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? WhatCouldHappen { get; set; }

    /// <summary>How likely.</summary>
    [BindProperty, Required(ErrorMessage = "Choose how likely it is."), Range(1, 5, ErrorMessage = "Choose how likely it is.")]
    public int? Likelihood { get; set; }

    /// <summary>How bad.</summary>
    [BindProperty, Required(ErrorMessage = "Choose how bad it would be."), Range(1, 5, ErrorMessage = "Choose how bad it would be.")]
    public int? Impact { get; set; }

    /// <summary>What is done about it.</summary>
    [BindProperty, Required(ErrorMessage = "Write what you do about it."), StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? WhatWeDo { get; set; }

    /// <summary>Who does it.</summary>
    [BindProperty, Required(ErrorMessage = "Write who does it."), StringLength(200, ErrorMessage = "Keep this under 200 characters.")]
    public string? Who { get; set; }

    /// <summary>The last day of it, if it does not hold as long as the plan.</summary>
    [BindProperty]
    public DateParts Until { get; set; } = new();

    /// <summary>What the young person says about it.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Keep this under 1,000 characters.")]
    public string? TheirWords { get; set; }

    /// <summary>Whether it is in the plan already.</summary>
    public bool IsThere => Number <= Typed.Risks.Count;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Begin()) return NotShown();
        if (IsThere)
        {
            var risk = Typed.Risks[Number - 1];
            (WhatCouldHappen, Likelihood, Impact, WhatWeDo, Who) = (risk.WhatCouldHappen, risk.Likelihood, risk.Impact, risk.WhatWeDo, risk.Who);
            (Until, TheirWords) = (DateParts.From(risk.Until), risk.TheirWords);
        }

        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Begin()) return NotShown(typed: true);
        var until = Until.IsEmpty ? null : Until.Read();
        if (!Until.IsEmpty && (until is null || until < Today || until > Today.AddMonths(6)))
            ModelState.AddModelError(nameof(Until), $"Enter a day from today to {Say.ShortDay(Today.AddMonths(6))}, or leave it empty.");
        if (!ModelState.IsValid) return Page();
        var risk = new RiskTyped { WhatCouldHappen = WhatCouldHappen, Likelihood = Likelihood, Impact = Impact, WhatWeDo = WhatWeDo, Who = Who, Until = until, TheirWords = string.IsNullOrWhiteSpace(TheirWords) ? null : TheirWords.Trim() };
        if (IsThere) Typed.Risks[Number - 1] = risk;
        else Typed.Risks.Add(risk);
        if ((await Keep()).Refusal is { } tooLong)
        {
            ModelState.AddModelError(nameof(WhatWeDo), tooLong);
            return Page();
        }

        return Ready();
    }

    /// <summary>Takes it out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (!await Begin()) return NotShown(typed: true);
        if (IsThere) Typed.Risks.RemoveAt(Number - 1);
        await Keep();
        return Ready();
    }

    private LocalRedirectResult Ready() => LocalRedirect($"/work/mentees/{Id}/safety-plan/edit");

    private async Task<bool> Begin()
    {
        if (!await Load("A risk in the safety plan of {0}", $"/work/mentees/{Id}/safety-plan/edit")) return false;
        Number = Math.Clamp(Number, 1, Typed.Risks.Count + 1);
        return true;
    }
}
