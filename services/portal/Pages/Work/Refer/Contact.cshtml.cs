using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>The second question: how to reach them.</summary>
public sealed class ReferContactModel : ReferPage
{
    /// <summary>E-mail.</summary>
    [BindProperty, StringLength(254, ErrorMessage = "An e-mail address has 254 characters at most.")]
    public string? Email { get; set; }

    /// <summary>Phone.</summary>
    [BindProperty, StringLength(30, ErrorMessage = "A phone number has 30 characters at most.")]
    public string? Phone { get; set; }

    /// <summary>How and when.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? HowToReach { get; set; }

    /// <summary>The first name, for the words.</summary>
    public string FirstName { get; private set; } = "them";

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var typed = await Load();
        if (typed.FirstName is null) return LocalRedirect("/work/refer");
        (Email, Phone, HowToReach) = (typed.Email, typed.Phone, typed.HowToReach);
        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var typed = await Load();
        (typed.Email, typed.Phone, typed.HowToReach) = (Email, Phone, HowToReach);
        await Keep(typed);
        if (string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Phone)) ModelState.AddModelError(nameof(Email), "Enter an e-mail address or a phone number, so that you can get in touch.");
        else if (!string.IsNullOrWhiteSpace(Email) && !Addresses.CanBeMailed(Email)) ModelState.AddModelError(nameof(Email), "Enter an e-mail address in the right form, like riley@example.org.");
        return ModelState.IsValid ? Onwards("/work/refer/why") : Page();
    }

    private async Task<Referring> Load()
    {
        var typed = await Typed();
        FirstName = typed.FirstName ?? FirstName;
        Title = "How can you reach them?";
        Back = "/work/refer";
        return typed;
    }
}
