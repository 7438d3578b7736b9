using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>Shows new recovery codes, until their owner has kept them.</summary>
/// <param name="shown">Where they are until then.</param>
public sealed class NewRecoveryCodesModel(RecoveryCodesShown shown) : AccountPage
{
    /// <summary>The codes.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Keep these codes";
        Codes = await shown.Look(Caller.Account.Value, Step, Gone);
        return Codes.Count > 0 ? Page() : Done("/account", "Those codes are not shown any more. You can make new ones here.");
    }

    /// <summary>They are kept.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await shown.Forget(Caller.Account.Value, Step, Gone);
        HttpContext.ForgetStep();
        return Done(Area.HomeOf(Caller), "You are all set.");
    }
}
