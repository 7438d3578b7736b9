using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Where the outside provider sends staff back to.</summary>
/// <param name="outside">The provider.</param>
public sealed class OutsideBackModel(OutsideProvider outside) : StepPage
{
    /// <summary>What it is called.</summary>
    public string? Provider => outside.Name;

    /// <summary>Signs in.</summary>
    /// <param name="state">What was sent along.</param>
    /// <param name="code">What is exchanged for an ID token.</param>
    public async Task<IActionResult> OnGetAsync(string? state, string? code)
    {
        Title = "We could not sign you in";
        if (Provider is null) return Missing();
        (var admission, Next) = await outside.Finish(Step, state, code, Gone);
        HttpContext.ForgetStep();
        if (admission.Handle is not null) return Enter(admission);
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
