using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Accepting an invitation as staff: the second factor, an app or a passkey.</summary>
/// <param name="joining">Accepts invitations.</param>
public sealed class JoinAuthenticatorModel(Joining joining) : JoinPage(joining)
{
    /// <summary>A code from the app.</summary>
    [BindProperty, StringLength(40, ErrorMessage = "The code has six numbers.")]
    public string? Code { get; set; }

    /// <summary>The passkey that the browser made, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Shows the key.</summary>
    public IActionResult OnGet()
    {
        Tell();
        return Invited.Key is null ? LocalRedirect("/join/password") : Page();
    }

    /// <summary>Confirms the app.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Tell();
        if (Invited.Key is null) return LocalRedirect("/join/password");
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), "Enter the code that the app shows.");
        return ModelState.IsValid ? await Answer(await Joining.GiveCode(Step, Code!, Gone), "/join/authenticator") : Page();
    }

    /// <summary>Says what the browser is to make a passkey of.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        await Joining.AskForPasskey(Step, Gone) is { } options ? Content(options, "application/json") : NotFound();

    /// <summary>Takes the passkey instead of an app.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        Tell();
        if (Invited.Key is null) return LocalRedirect("/join/password");
        if (Credential is not { Length: > 0 and <= 20_000 }) return Again("No passkey was made. Try again, or use an authenticator app.");
        return await Answer(await Joining.GivePasskey(Step, Credential, Gone), "/join/authenticator");
    }

    private void Tell()
    {
        Title = "One more lock";
        Back = "/join/password";
    }
}
