using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Accepting an invitation as a young person: a PIN.</summary>
/// <param name="joining">Accepts invitations.</param>
public sealed class JoinPinModel(Joining joining) : JoinPage(joining)
{
    /// <summary>The PIN.</summary>
    [BindProperty, Required(ErrorMessage = "Choose six numbers."), StringLength(40, ErrorMessage = "Use at most 12 numbers.")]
    public string? Pin { get; set; }

    /// <summary>The PIN once more, because it cannot be seen.</summary>
    [BindProperty, Required(ErrorMessage = "Type the same numbers again."), StringLength(40, ErrorMessage = "Use at most 12 numbers.")]
    public string? Repeated { get; set; }

    /// <summary>Asks.</summary>
    public IActionResult OnGet()
    {
        Tell();
        return Invited.IsYoung ? Page() : LocalRedirect("/join/password");
    }

    /// <summary>Joins.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Tell();
        if (ModelState.IsValid && PinRules.Normal(Pin!) != PinRules.Normal(Repeated!)) ModelState.AddModelError(nameof(Repeated), "These are not the same numbers. Type your PIN again.");
        return ModelState.IsValid ? await Answer(await Joining.GivePin(Step, Pin!, Gone), "/join/pin") : Page();
    }

    private void Tell()
    {
        Title = Invited.Renews ? "Choose a new PIN" : "Hello and welcome";
        Back = "/join";
        ViewData["Exit"] = true;
    }
}
