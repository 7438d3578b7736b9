using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>It is done, and what comes next.</summary>
public sealed class ReferFinishedModel : MenteePage
{
    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await CanShow("{0} is referred", "/work/mentees") ? Page() : NotShown();

    /// <summary>Sends the mail with which they make their account.</summary>
    public async Task<IActionResult> OnPostInviteAsync()
    {
        if (await InvitePerson(Roles.Mentee, Id) is not { } why) return Done($"/work/mentees/{Id}", "The invitation is on its way. It works for two weeks.");
        if (!await CanShow("{0} is referred", "/work/mentees")) return NotShown();
        ModelState.AddModelError(string.Empty, why);
        return Page();
    }
}
