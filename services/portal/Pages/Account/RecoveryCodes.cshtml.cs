using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>New recovery codes, for the password.</summary>
/// <param name="ways">The ways in.</param>
/// <param name="shown">Shows them.</param>
public sealed class RecoveryCodesModel(OwnWaysIn ways, RecoveryCodesShown shown) : AccountPage
{
    /// <summary>The password.</summary>
    [BindProperty, Required(ErrorMessage = "Enter your password."), StringLength(PasswordRules.Longest, ErrorMessage = "That is too long.")]
    public string? Password { get; set; }

    /// <summary>How many are left.</summary>
    public int Left { get; private set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : LocalRedirect("/account");

    /// <summary>Makes them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return LocalRedirect("/account");
        if (!ModelState.IsValid) return Page();
        if (await ways.NewRecoveryCodes(Caller.Account, Password!, Gone) is not { } codes) return Again("That is not your password, or there were too many tries. After five tries, wait 15 minutes.", nameof(Password));
        HttpContext.HoldStep(await shown.Keep(Caller.Account.Value, codes, Gone));
        return LocalRedirect("/account/recovery-codes/new");
    }

    private async Task<bool> Load()
    {
        Title = "Make new recovery codes";
        Back = "/account";
        var look = await ways.Look(Caller.Account, Gone);
        Left = look.RecoveryCodes;
        return look.AuthenticatorSince is not null;
    }
}
