using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Staff who forgot their password: the code from the mail and a new password.</summary>
/// <param name="reset">Changes passwords.</param>
public sealed class ForgotPasswordCodeModel(PasswordReset reset) : StepPage
{
    /// <summary>The code from the mail.</summary>
    [BindProperty, Required(ErrorMessage = "Enter the code from your mail."), StringLength(40, ErrorMessage = "The code has eight numbers.")]
    public string? Code { get; set; }

    /// <summary>The new password.</summary>
    [BindProperty, Required(ErrorMessage = "Enter a new password."), StringLength(PasswordRules.Longest, ErrorMessage = "Use at most 128 characters.")]
    public string? Password { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Tell();
        return await reset.IsOpen(Step, Gone) ? Page() : BeginAgain("/forgot-password");
    }

    /// <summary>Changes the password; signing in comes next.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Tell();
        if (Password is not null && await reset.Refusal(Step, Password, Gone) is { } refusal) ModelState.AddModelError(nameof(Password), refusal);
        if (!ModelState.IsValid) return Page();
        var changed = await reset.Change(Step, Code!, Password!, Gone);
        if (changed is null) return BeginAgain("/forgot-password");
        if (changed is false) return Again("That code is not right. Look at the newest mail.", nameof(Code));
        HttpContext.ForgetStep();
        return Done("/sign-in/staff", "Your password is changed. Now sign in with it.");
    }

    private void Tell()
    {
        Title = "Check your mail, then choose";
        Back = "/forgot-password";
    }
}
