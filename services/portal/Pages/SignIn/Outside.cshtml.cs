using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Sends staff to the outside provider.</summary>
/// <param name="outside">The provider.</param>
public sealed class OutsideModel(OutsideProvider outside) : StepPage
{
    /// <summary>What it is called.</summary>
    public string? Provider => outside.Name;

    /// <summary>Goes there.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "That did not work";
        if (Provider is null) return Missing();
        if (await outside.Begin(Onward.Length > 0 ? Next : null, Gone) is not { } begun)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        HttpContext.HoldStep(begun.Handle);
        return Redirect(begun.Address);
    }
}
