using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Accepting an invitation: the code from the mail.</summary>
/// <param name="joining">Accepts invitations.</param>
public sealed class JoinModel(Joining joining) : StepPage
{
    /// <summary>The code from the mail.</summary>
    [BindProperty, Required(ErrorMessage = "Type the code from your mail."), StringLength(100, ErrorMessage = "That is too long. The code has 25 letters and numbers.")]
    public string? Code { get; set; }

    /// <summary>Asks.</summary>
    public void OnGet() => Title = "Welcome. Let us get you in";

    /// <summary>Goes on to the PIN or the password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        OnGet();
        if (!ModelState.IsValid) return Page();
        var handle = await joining.Open(Code!, Gone);
        if (handle is null || await joining.Look(handle, Gone) is not { } invited)
            return Again("This code does not work. Check it. It may have been used already, or be too old. Then ask whoever invited you for a new one.", nameof(Code));
        HttpContext.HoldStep(handle);
        return LocalRedirect(invited.IsYoung ? "/join/pin" : "/join/password");
    }
}
