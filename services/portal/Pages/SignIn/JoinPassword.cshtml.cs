using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Accepting an invitation as staff: a password.</summary>
/// <param name="joining">Accepts invitations.</param>
public sealed class JoinPasswordModel(Joining joining) : JoinPage(joining)
{
    /// <summary>A new password, or that of the account that is there.</summary>
    [BindProperty, Required(ErrorMessage = "Enter a password."), StringLength(PasswordRules.Longest, ErrorMessage = "Use at most 128 characters.")]
    public string? Password { get; set; }

    /// <summary>Asks.</summary>
    public IActionResult OnGet()
    {
        Tell();
        return Invited.IsYoung ? LocalRedirect("/join/pin") : Page();
    }

    /// <summary>Goes on to the second factor.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Tell();
        return ModelState.IsValid ? await Answer(await Joining.GivePassword(Step, Password!, Gone), "/join/authenticator") : Page();
    }

    private void Tell()
    {
        Title = Invited.HasPassword ? "Your password" : "Choose a password";
        Back = "/join";
    }
}
