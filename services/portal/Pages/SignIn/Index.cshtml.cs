using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>The door: with a passkey at once, or on to the two typed ways.</summary>
/// <param name="comingIn">The ways in.</param>
public sealed class IndexModel(ComingIn comingIn) : StepPage
{
    /// <summary>What the passkey signed, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Shows the ways.</summary>
    public IActionResult OnGet()
    {
        Title = "Sign in";
        return User.Identity?.IsAuthenticated == true ? LocalRedirect(SignInCookies.LocalOrHome(Next) is "/" ? Area.HomeOf(Caller) : Next!) : Page();
    }

    /// <summary>Says what the browser is to ask its passkeys.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        var (handle, options) = await comingIn.AskForPasskey(Gone);
        HttpContext.HoldStep(handle);
        return Content(options, "application/json");
    }

    /// <summary>Signs in with what the passkey signed.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Title = "Sign in";
        if (Credential is not { Length: > 0 and <= 20_000 }) return Again("No passkey was used. Sign in another way.");
        var admission = await comingIn.WithPasskey(Step, Credential, Gone);
        return admission.Handle is not null ? Enter(admission) : Again(admission.IsOver ? "That took too long. Try again." : "That passkey does not work here. It may have been removed. Sign in another way.");
    }
}
