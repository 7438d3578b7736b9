using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>What a mentor offers, and when they are free.</summary>
public sealed class MentorOfferModel : MentorPage
{
    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow("What {0} offers", "/work/mentors") ? Page() : NotShown();
}
