using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>A new PIN for the present one.</summary>
/// <param name="ways">The ways in.</param>
public sealed class PinModel(OwnWaysIn ways) : AccountPage
{
    /// <summary>The PIN that works now.</summary>
    [BindProperty, Required(ErrorMessage = "Type your PIN."), StringLength(40, ErrorMessage = "A PIN is shorter than that.")]
    public string? Present { get; set; }

    /// <summary>The new one.</summary>
    [BindProperty, Required(ErrorMessage = "Choose six numbers."), StringLength(40, ErrorMessage = "Use at most 12 numbers.")]
    public string? Wanted { get; set; }

    /// <summary>The new one once more, because it cannot be seen.</summary>
    [BindProperty, Required(ErrorMessage = "Type the same numbers again."), StringLength(40, ErrorMessage = "Use at most 12 numbers.")]
    public string? Repeated { get; set; }

    /// <summary>Asks.</summary>
    public IActionResult OnGet()
    {
        Tell();
        return Caller.Is(Roles.Mentee) ? Page() : LocalRedirect("/account/password");
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Tell();
        if (Wanted is not null && PinRules.Refusal(PinRules.Normal(Wanted)) is { } refusal) ModelState.AddModelError(nameof(Wanted), refusal);
        else if (Wanted is not null && Repeated is not null && PinRules.Normal(Wanted) != PinRules.Normal(Repeated)) ModelState.AddModelError(nameof(Repeated), "These are not the same numbers. Type your new PIN again.");
        if (ModelState.IsValid && PinRules.Normal(Wanted!) == PinRules.Normal(Present!)) ModelState.AddModelError(nameof(Wanted), "This is the PIN you have now. Choose a new one.");
        if (!ModelState.IsValid) return Page();
        var decision = await ways.ChangePin(Caller.Account, Here, Present!, Wanted!, Gone);
        return decision.IsRefused ? Again("That is not your PIN, or there were too many tries. After five tries, wait 15 minutes.", nameof(Present)) : Done("/account", "Your PIN is changed. Other phones and computers are signed out.");
    }

    private void Tell()
    {
        Title = "Change your PIN";
        Back = "/account";
    }
}
