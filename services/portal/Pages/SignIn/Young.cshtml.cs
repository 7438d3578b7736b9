using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Young people, first half: where the code goes.</summary>
/// <param name="comingIn">The ways in.</param>
public sealed class YoungModel(ComingIn comingIn) : StepPage
{
    /// <summary>The account's address.</summary>
    [BindProperty, Required(ErrorMessage = "Type your e-mail."), StringLength(254, ErrorMessage = "That is too long for an e-mail.")]
    public string? Email { get; set; }

    /// <summary>Asks.</summary>
    /// <param name="again">Whether another code is asked for; then what was typed before is there.</param>
    public void OnGet(bool again)
    {
        Tell();
        if (again) Email = TypedBefore();
    }

    /// <summary>Sends a code, if it is one of ours; goes on either way.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Tell();
        if (!ModelState.IsValid) return Page();
        HttpContext.HoldStep(await comingIn.AskForCode(Email!, Gone));
        KeepTyped(Email!);
        return GoOn("/sign-in/young/code");
    }

    private void Tell()
    {
        Title = "What is your e-mail?";
        Back = "/sign-in" + Onward;
        ViewData["Exit"] = true;
    }
}
