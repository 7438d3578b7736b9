using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Asks once before the signing key is changed.</summary>
public sealed class ChangeKeyModel : AdminPage
{
    /// <summary>yes or no.</summary>
    [BindProperty, Required(ErrorMessage = "Say whether somebody else could have the key.")]
    public string? Leaked { get; set; }

    /// <summary>What there is.</summary>
    public IReadOnlyList<Choice> Choices { get; } =
    [
        new("no", "No, change it in the ordinary way", "The spare signs from now on. Nobody notices."),
        new("yes", "Yes, it may be in wrong hands", "All keys go, and with them every token. Nobody has to sign in again, but restart the services afterwards: until then they may go on trusting the old key."),
    ];

    /// <summary>Asks.</summary>
    public void OnGet() => Prepare();

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Prepare();
        if (!ModelState.IsValid) return Page();
        await Of<SigningKeys>().Rotate(Leaked == "yes", Gone);
        return Done("/admin/keys", Leaked == "yes" ? "All keys are new. Restart the services now, as the operations guide says." : "A new key signs from now on.");
    }

    private void Prepare()
    {
        Title = "Change the signing key now?";
        Back = "/admin/keys";
    }
}
