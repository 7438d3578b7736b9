using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Staff, first half: e-mail and password.</summary>
/// <param name="comingIn">The ways in.</param>
/// <param name="outside">Where staff may sign in instead.</param>
public sealed class StaffModel(ComingIn comingIn, OutsideProvider outside) : StepPage
{
    /// <summary>The account's address.</summary>
    [BindProperty, Required(ErrorMessage = "Enter your e-mail."), StringLength(254, ErrorMessage = "That is too long for an e-mail address.")]
    public string? Email { get; set; }

    /// <summary>The password.</summary>
    [BindProperty, Required(ErrorMessage = "Enter your password."), StringLength(PasswordRules.Longest, ErrorMessage = "That is too long for a password here.")]
    public string? Password { get; set; }

    /// <summary>What the outside provider is called; null without one.</summary>
    public string? Provider => outside.Name;

    /// <summary>Asks.</summary>
    public void OnGet() => Tell();

    /// <summary>Goes on to the code.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Tell();
        if (!ModelState.IsValid) return Page();
        if (await comingIn.GivePassword(Email!, Password!, Gone) is not { } handle)
            return Again("That e-mail and password do not go together, or there were too many tries. Check both. After five tries, wait 15 minutes.", nameof(Password));
        HttpContext.HoldStep(handle);
        return GoOn("/sign-in/staff/code");
    }

    private void Tell()
    {
        Title = "Sign in with your password";
        Back = "/sign-in" + Onward;
    }
}
