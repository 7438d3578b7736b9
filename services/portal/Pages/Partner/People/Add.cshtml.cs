using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Partner.People;

/// <summary>Adding a mentor, first question: who.</summary>
/// <param name="drafts">Keeps what is typed.</param>
public sealed class AddModel(Drafts drafts) : MentoringPage
{
    /// <summary>First name.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Enter their first name.")]
    [StringLength(100, ErrorMessage = "Keep the name under 100 characters.")]
    public string? FirstName { get; set; }

    /// <summary>Last name.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Enter their last name.")]
    [StringLength(100, ErrorMessage = "Keep the name under 100 characters.")]
    public string? LastName { get; set; }

    /// <summary>E-mail address.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Enter their e-mail address. The invitation goes there.")]
    public string? Email { get; set; }

    /// <summary>Whether they come back here from checking their answers.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Check { get; set; }

    /// <summary>Asks.</summary>
    /// <param name="fresh">Whether somebody new is begun with: then what was typed of the last one goes.</param>
    public async Task<IActionResult> OnGetAsync(bool fresh)
    {
        Show();
        if (fresh)
        {
            // Not left in the address, so that coming back to it throws nothing away.
            await drafts.Delete(Caller.Account, NewPerson.Journey, Gone);
            return Done("/partner/people/add");
        }

        var person = await drafts.Read<NewPerson>(Caller.Account, NewPerson.Journey, Gone) ?? new();
        (FirstName, LastName, Email) = (person.FirstName, person.LastName, person.Email);
        return Page();
    }

    /// <summary>Keeps it and goes on.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Show();
        if (Email is { Length: > 0 } && !Addresses.CanBeMailed(Email)) ModelState.AddModelError(nameof(Email), "Enter an e-mail address like name@example.org.");
        if (!ModelState.IsValid) return Page();
        var person = await drafts.Read<NewPerson>(Caller.Account, NewPerson.Journey, Gone) ?? new();
        await drafts.Write(Caller.Account, NewPerson.Journey, person with { FirstName = FirstName!.Trim(), LastName = LastName!.Trim(), Email = Email!.Trim() }, Gone);
        return Done(Check ? "/partner/people/add/check" : "/partner/people/add/about");
    }

    private void Show()
    {
        Title = "Add a mentor: who is it?";
        Back = Check ? "/partner/people/add/check" : "/partner/people";
    }
}
