using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>Another authenticator app: the password first.</summary>
/// <param name="ways">The ways in.</param>
public sealed class AuthenticatorModel(OwnWaysIn ways) : AccountPage
{
    /// <summary>The password.</summary>
    [BindProperty, Required(ErrorMessage = "Enter your password."), StringLength(PasswordRules.Longest, ErrorMessage = "That is too long.")]
    public string? Password { get; set; }

    /// <summary>Asks.</summary>
    public IActionResult OnGet()
    {
        Tell();
        return Caller.Is(Roles.Mentee) ? LocalRedirect("/account") : Page();
    }

    /// <summary>Goes on to the key.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Tell();
        if (!ModelState.IsValid) return Page();
        if (await ways.AskForAuthenticator(Caller.Account, Password!, Gone) is not { } handle) return Again("That is not your password, or there were too many tries. After five tries, wait 15 minutes.", nameof(Password));
        HttpContext.HoldStep(handle);
        return LocalRedirect("/account/authenticator/code");
    }

    private void Tell()
    {
        Title = "Set up an authenticator app";
        Back = "/account";
    }
}
