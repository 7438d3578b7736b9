using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>One passkey: its name, and whether it stays.</summary>
/// <param name="ways">The ways in.</param>
public sealed class PasskeyModel(OwnWaysIn ways) : AccountPage
{
    /// <summary>Which.</summary>
    [FromRoute]
    public string Id { get; set; } = string.Empty;

    /// <summary>What its owner calls it.</summary>
    [BindProperty, Required(ErrorMessage = "Give it a name."), StringLength(60, ErrorMessage = "Use at most 60 characters.")]
    public string? Name { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await Load() is not { } passkey) return Missing();
        Name = passkey.Name;
        return Page();
    }

    /// <summary>Gives it another name.</summary>
    public async Task<IActionResult> OnPostNameAsync()
    {
        if (await Load() is null) return Missing();
        if (!ModelState.IsValid) return Page();
        await ways.NamePasskey(Caller.Account, Id, Name!, Gone);
        return Done("/account/passkeys", "The name is saved.");
    }

    /// <summary>Removes it.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        ModelState.Clear();
        if (await Load() is not { } passkey) return Done("/account/passkeys", "That passkey is removed.");
        Name = passkey.Name;
        var decision = await ways.RemovePasskey(Caller.Account, Id, Gone);
        return decision.IsRefused ? Again(decision.Refusal!) : Done("/account/passkeys", "That passkey is removed.");
    }

    private async Task<OwnPasskey?> Load()
    {
        Back = "/account/passkeys";
        var found = (await ways.Look(Caller.Account, Gone)).Passkeys.FirstOrDefault(p => p.Id == Id);
        Title = $"The passkey {found?.Name}";
        return found;
    }
}
