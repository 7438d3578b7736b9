using Microsoft.AspNetCore.Mvc;
using Mentoring.Shared;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Ends the sign-in of this browser.</summary>
/// <param name="own">The open sign-ins.</param>
public sealed class SignOutModel(OwnSignIns own) : MentoringPage
{
    /// <summary>Asks, or says that it is done.</summary>
    public void OnGet() => Title = User.Identity?.IsAuthenticated == true ? "Sign out?" : "You are signed out";

    /// <summary>Ends it. What others may have kept of the pages is thrown away with the browser's store.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (User.Identity?.IsAuthenticated == true) await own.End(Caller.Account, User.SignIn(), Gone);
        HttpContext.ForgetSignIn();
        HttpContext.ForgetStep();
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return LocalRedirect("/sign-out");
    }
}
