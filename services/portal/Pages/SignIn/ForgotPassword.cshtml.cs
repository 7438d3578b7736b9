using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Staff who forgot their password: where the code goes.</summary>
/// <param name="reset">Changes passwords.</param>
public sealed class ForgotPasswordModel(PasswordReset reset) : StepPage
{
    /// <summary>The account's address.</summary>
    [BindProperty, Required(ErrorMessage = "Enter your e-mail."), StringLength(254, ErrorMessage = "That is too long for an e-mail address.")]
    public string? Email { get; set; }

    /// <summary>Asks.</summary>
    /// <param name="again">Whether another code is asked for; then what was typed before is there.</param>
    public void OnGet(bool again)
    {
        Tell();
        if (again) Email = TypedBefore();
    }

    /// <summary>Sends a code, if there is such an account; goes on either way.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Tell();
        if (!ModelState.IsValid) return Page();
        HttpContext.HoldStep(await reset.Ask(Email!, Gone));
        KeepTyped(Email!);
        return LocalRedirect("/forgot-password/code");
    }

    private void Tell()
    {
        Title = "Choose a new password";
        Back = "/sign-in/staff";
    }
}
