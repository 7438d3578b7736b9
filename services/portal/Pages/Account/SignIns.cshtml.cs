using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Accounts;

/// <summary>Somebody's open sign-ins, to look at and to end.</summary>
/// <param name="own">The open sign-ins.</param>
public sealed class SignInsModel(OwnSignIns own) : AccountPage
{
    /// <summary>They, newest first.</summary>
    public IReadOnlyList<SignIn> List { get; private set; } = [];

    /// <summary>The one of this browser.</summary>
    public SignInId This => Here;

    /// <summary>Whether it is a young person's account.</summary>
    public bool IsYoung => Caller.Is(Roles.Mentee);

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync()
    {
        Title = "Where you are signed in";
        Back = "/account";
        List = await own.List(Caller.Account, Gone);
    }

    /// <summary>Ends one.</summary>
    /// <param name="id">Which.</param>
    public async Task<IActionResult> OnPostEndAsync(SignInId id)
    {
        await own.End(Caller.Account, id, Gone);
        return Done("/account/sign-ins", "That browser is signed out.");
    }

    /// <summary>Ends all, this one too.</summary>
    public async Task<IActionResult> OnPostEndAllAsync()
    {
        await own.EndAll(Caller.Account, but: null, Gone);
        HttpContext.ForgetSignIn();
        return LocalRedirect("/sign-out");
    }
}
