using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They say no thanks to a mentor; nobody has to say why.</summary>
public sealed class NoThanksModel : OfferPage
{
    /// <summary>Why, if they like.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Make it a bit shorter: 500 characters at most.")]
    public string? Why { get; set; }

    /// <summary>Shows the page.</summary>
    public Task<IActionResult> OnGetAsync(Guid id) => Show(id);

    /// <summary>They say no.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!ModelState.IsValid) return await Show(id);
        var outcome = await Ask.Post(Service.Matching, $"/matches/{id}/mentee-answer", new { answer = "no", why = string.IsNullOrWhiteSpace(Why) ? null : Why });
        if (outcome.IsDone) return Done("/me/mentor", "Thank you for telling us. That is fine. Your caseworker can find you other mentors.");
        return await Show(id) is var shown and not PageResult ? shown : Refused(outcome);
    }

    private async Task<IActionResult> Show(Guid id)
    {
        if (!await Load(id)) return Missing();
        if (Match is { State: not "offered" }) return LocalRedirect($"/me/mentor/{id}");
        Title = $"No thanks to {Name}";
        Back = $"/me/mentor/{id}";
        return Page();
    }
}
