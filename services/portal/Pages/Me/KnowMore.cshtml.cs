using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They want to know more about a mentor before they say yes or no.</summary>
public sealed class KnowMoreModel : OfferPage
{
    /// <summary>What they want to know.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Make it a bit shorter: 500 characters at most.")]
    public string? Words { get; set; }

    /// <summary>Shows the page.</summary>
    public Task<IActionResult> OnGetAsync(Guid id) => Show(id);

    /// <summary>They ask.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!ModelState.IsValid) return await Show(id);
        var outcome = await Ask.Post(Service.Matching, $"/matches/{id}/question", new { words = string.IsNullOrWhiteSpace(Words) ? null : Words });
        if (outcome.IsDone) return Done($"/me/mentor/{id}", "Your caseworker will talk to you about it. You can say yes or no at any time.");
        return await Show(id) is var shown and not PageResult ? shown : Refused(outcome);
    }

    private async Task<IActionResult> Show(Guid id)
    {
        if (!await Load(id)) return Missing();
        if (Match is { State: "active" or "ending" } or { IsOpen: false }) return LocalRedirect($"/me/mentor/{id}");
        Title = $"Know more about {Name}";
        Back = $"/me/mentor/{id}";
        return Page();
    }
}
