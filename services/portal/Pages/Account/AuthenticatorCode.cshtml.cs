using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>Another authenticator app: its key, and a code that shows that it is there.</summary>
/// <param name="ways">The ways in.</param>
/// <param name="shown">Shows the new recovery codes.</param>
public sealed class AuthenticatorCodeModel(OwnWaysIn ways, RecoveryCodesShown shown) : AccountPage
{
    /// <summary>A code from the app.</summary>
    [BindProperty, Required(ErrorMessage = "Enter the code that the app shows."), StringLength(40, ErrorMessage = "The code has six numbers.")]
    public string? Code { get; set; }

    /// <summary>The key.</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>What the app shows beside it.</summary>
    public string Email { get; private set; } = string.Empty;

    /// <summary>Shows the key.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : BeginAgain("/account/authenticator");

    /// <summary>Uses the app from now on.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return BeginAgain("/account/authenticator");
        if (!ModelState.IsValid) return Page();
        var (decision, codes) = await ways.AddAuthenticator(Caller.Account, Here, Step, Code!, Gone);
        if (decision.IsRefused) return Again(decision.Refusal!, nameof(Code));
        HttpContext.HoldStep(await shown.Keep(Caller.Account.Value, codes, Gone));
        return LocalRedirect("/account/recovery-codes/new");
    }

    private async Task<bool> Load()
    {
        Title = "Put the key into your app";
        Back = "/account/authenticator";
        if (await ways.KeyOf(Caller.Account, Step, Gone) is not { } key) return false;
        (Key, Email) = (key, (await ways.Look(Caller.Account, Gone)).Email);
        return true;
    }
}
