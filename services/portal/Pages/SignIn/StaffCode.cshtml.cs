using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Staff, second half: a code from the app, or a recovery code.</summary>
/// <param name="comingIn">The ways in.</param>
public sealed class StaffCodeModel(ComingIn comingIn) : StepPage
{
    /// <summary>The code.</summary>
    [BindProperty, Required(ErrorMessage = "Enter the code from your app."), StringLength(40, ErrorMessage = "That is too long for a code.")]
    public string? Code { get; set; }

    /// <summary>Whether there is an app whose code can be asked for.</summary>
    public bool HasApp { get; private set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : BeginAgain("/sign-in/staff");

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return BeginAgain("/sign-in/staff");
        if (!ModelState.IsValid) return Page();
        var admission = await comingIn.GiveCode(Step, Code!, Gone);
        if (admission.Handle is not null) return Enter(admission);
        return admission.IsOver ? BeginAgain("/sign-in/staff") : Again("That code is not right, or was used already. Wait for the next one. After five tries, wait 15 minutes.", nameof(Code));
    }

    private async Task<bool> Load()
    {
        Title = "Your code";
        Back = "/sign-in/staff" + Onward;
        (var isOpen, HasApp) = await comingIn.LookAfterPassword(Step, Gone);
        return isOpen;
    }
}
