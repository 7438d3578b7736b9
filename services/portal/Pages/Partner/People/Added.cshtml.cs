using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Partner.People;

/// <summary>Somebody was added: what happens next.</summary>
/// <param name="invitations">Whether they were invited.</param>
public sealed class AddedModel(OwnInvitations invitations) : MentoringPage
{
    /// <summary>The mentor's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The person.</summary>
    public Part<OwnPerson> Person { get; private set; } = new();

    /// <summary>Whether an invitation is on its way.</summary>
    public bool IsInvited { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "A mentor is registered";
        Person = await Ask.Get<OwnPerson>(Service.Mentor, $"/partners/{Caller.Partner}/mentors/{Id}");
        if (Person.IsMissing) return Missing();
        if (Person.IsThere) IsInvited = (await invitations.Of([Person.Value], Gone))[Id].InvitedAt is not null;
        return Page();
    }
}
