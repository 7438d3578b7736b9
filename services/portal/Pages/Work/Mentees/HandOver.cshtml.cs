using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Hands a young person over to a colleague.</summary>
public sealed class HandOverModel : MenteePage
{
    /// <summary>Who there is.</summary>
    public IReadOnlyList<Choice> To { get; private set; } = [];

    /// <summary>The colleague's account.</summary>
    [BindProperty, Required(ErrorMessage = "Choose a colleague.")]
    public Guid? Colleague { get; set; }

    /// <summary>Why.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? Why { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotShown();

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return NotShown(typed: true);
        if (ModelState.IsValid && To.All(c => c.Value != Colleague.ToString())) ModelState.AddModelError(nameof(Colleague), "Choose a colleague from the list.");
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Mentee, $"/mentees/{Id}/caseworker", new { caseworkerId = Colleague, why = Why });
        return outcome.IsDone ? Done("/work/mentees", $"{Name} is handed over.") : Refused(outcome, ("caseworkerId", nameof(Colleague)));
    }

    private async Task<bool> Load()
    {
        To = await Colleagues();
        return await CanShow("Hand over {0}");
    }
}
