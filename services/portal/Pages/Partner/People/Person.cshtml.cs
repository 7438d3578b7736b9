using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Partner.People;

/// <summary>One of the partner's people: how far they are, never how a check came out.</summary>
/// <param name="invitations">Who was invited.</param>
public sealed class PersonModel(OwnInvitations invitations) : MentoringPage
{
    /// <summary>The mentor's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The person.</summary>
    public Part<OwnPerson> Person { get; private set; } = new();

    /// <summary>How their invitation stands.</summary>
    public Invited Invited { get; private set; } = Invited.Never;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Person.IsMissing ? Missing() : Page();
    }

    /// <summary>Invites them, or invites them again.</summary>
    public async Task<IActionResult> OnPostInviteAsync()
    {
        await Load();
        if (Person.IsMissing) return Missing();
        if (Person.Value is not { } person)
        {
            ModelState.AddModelError(string.Empty, "We could not reach their record just now, so nothing was sent. Try again in a moment.");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        if (Invited.HasAccount) return Done($"/partner/people/{Id}", $"{person.FirstName} has joined already.");
        var (sent, trouble) = await invitations.Send([person], Caller, again: true, Gone);
        if (sent > 0) return Done($"/partner/people/{Id}", $"The invitation is on its way to {person.FirstName}.");
        ModelState.AddModelError(string.Empty, trouble ?? "That did not work. Try again in a moment.");
        return Page();
    }

    private async Task Load()
    {
        Back = "/partner/people";
        Title = "One of our people";
        Person = await Ask.Get<OwnPerson>(Service.Mentor, $"/partners/{Caller.Partner}/mentors/{Id}");
        if (!Person.IsThere) return;
        Invited = (await invitations.Of([Person.Value], Gone))[Id];
    }
}
