using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>A young person has joined, and may make a passkey.</summary>
/// <param name="ways">The ways in.</param>
public sealed class WelcomeModel(OwnWaysIn ways) : AccountPage
{
    /// <summary>The passkey that the browser made, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Says so.</summary>
    public IActionResult OnGet()
    {
        Title = "You are in";
        return Caller.Is(Roles.Mentee) ? Page() : LocalRedirect(Area.HomeOf(Caller));
    }

    /// <summary>Says what the browser is to make a passkey of.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        var (handle, options) = await ways.AskForPasskey(Caller.Account, Gone);
        HttpContext.HoldStep(handle);
        return Content(options, "application/json");
    }

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Title = "You are in";
        if (Credential is not { Length: > 0 and <= 20_000 }) return Again("No passkey was made. You can try again, or do it later.");
        var decision = await ways.AddPasskey(Caller.Account, Step, Credential, name: null, Gone);
        if (decision.IsRefused) return Again(decision.Refusal!);
        HttpContext.ForgetStep();
        return Done("/me", "Your passkey is made. Next time, sign in with it.");
    }
}
