using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>A new password for the present one.</summary>
/// <param name="ways">The ways in.</param>
public sealed class PasswordModel(OwnWaysIn ways) : AccountPage
{
    /// <summary>The password that works now.</summary>
    [BindProperty, Required(ErrorMessage = "Enter your password."), StringLength(PasswordRules.Longest, ErrorMessage = "That is too long.")]
    public string? Present { get; set; }

    /// <summary>The new one.</summary>
    [BindProperty, Required(ErrorMessage = "Enter a new password."), StringLength(PasswordRules.Longest, ErrorMessage = "Use at most 128 characters.")]
    public string? Wanted { get; set; }

    /// <summary>Asks.</summary>
    public IActionResult OnGet()
    {
        Tell();
        return Caller.Is(Roles.Mentee) ? LocalRedirect("/account/pin") : Page();
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Tell();
        if (Wanted is not null && await ways.RefusalOf(Caller.Account, Wanted, Gone) is { } refusal) ModelState.AddModelError(nameof(Wanted), refusal);
        if (!ModelState.IsValid) return Page();
        var decision = await ways.ChangePassword(Caller.Account, Here, Present!, Wanted!, Gone);
        return decision.IsRefused ? Again(decision.Refusal!, nameof(Present)) : Done("/account", "Your password is changed.");
    }

    private void Tell()
    {
        Title = "Change your password";
        Back = "/account";
    }
}
