using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.SigningIn;

/// <summary>Young people, second half: the code from the mail and the PIN.</summary>
/// <param name="comingIn">The ways in.</param>
public sealed class YoungCodeModel(ComingIn comingIn) : StepPage
{
    /// <summary>The code from the mail.</summary>
    [BindProperty, Required(ErrorMessage = "Type the code from your mail."), StringLength(40, ErrorMessage = "The code has six numbers.")]
    public string? Code { get; set; }

    /// <summary>The PIN.</summary>
    [BindProperty, Required(ErrorMessage = "Type your PIN."), StringLength(40, ErrorMessage = "A PIN is shorter than that.")]
    public string? Pin { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Tell();
        return await comingIn.IsMailCodeOpen(Step, Gone) ? Page() : BeginAgain("/sign-in/young");
    }

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Tell();
        if (!ModelState.IsValid) return Page();
        var admission = await comingIn.WithPin(Step, Pin!, Code!, Gone);
        if (admission.Handle is not null) return Enter(admission);
        return admission.IsOver ? BeginAgain("/sign-in/young") : Again("The code and the PIN do not go together. Look at the newest mail and try again. After five tries, wait 15 minutes.", nameof(Code));
    }

    private void Tell()
    {
        Title = "Check your mail";
        Back = "/sign-in/young" + Onward;
        ViewData["Exit"] = true;
    }
}
