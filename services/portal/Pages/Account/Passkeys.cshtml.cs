using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>Somebody's passkeys.</summary>
/// <param name="ways">The ways in.</param>
public sealed class PasskeysModel(OwnWaysIn ways) : AccountPage
{
    /// <summary>The ways in.</summary>
    public WaysIn Ways { get; private set; } = null!;

    /// <summary>The passkey that the browser made, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>What its owner calls it.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Lists them.</summary>
    public Task OnGetAsync() => Load();

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
        await Load();
        if (Credential is not { Length: > 0 and <= 20_000 }) return Again("No passkey was made. Try again.");
        var decision = await ways.AddPasskey(Caller.Account, Step, Credential, Name, Gone);
        if (decision.IsRefused) return Again(decision.Refusal!);
        HttpContext.ForgetStep();
        return Done("/account/passkeys", "Your passkey is made. Next time, sign in with it.");
    }

    private async Task Load()
    {
        Title = "Passkeys";
        Back = "/account";
        Ways = await ways.Look(Caller.Account, Gone);
    }
}
