using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>A mentor who is offered: yes, no thanks, or to know more.</summary>
public sealed class OfferModel : OfferPage
{
    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await Load(id)) return Missing();
        Head();
        return Page();
    }

    /// <summary>They say yes.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var outcome = await Ask.Post(Service.Matching, $"/matches/{id}/mentee-answer", new { answer = "yes" });
        if (outcome.IsDone) return Done("/me/mentor", "You said yes. Now we ask the mentor.");
        if (outcome.IsMissing || !await Load(id)) return Missing();
        Head();
        return Refused(outcome);
    }

    private void Head()
    {
        Title = $"Meet {Name}";
        Back = "/me/mentor";
    }
}
