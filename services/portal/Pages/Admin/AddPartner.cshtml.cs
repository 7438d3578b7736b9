using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Adds a partner; its coordinator is invited next.</summary>
public sealed class AddPartnerModel : AdminPage
{
    /// <summary>Its name.</summary>
    [BindProperty, Required(ErrorMessage = "Enter the name of the business."), StringLength(200, ErrorMessage = "Please keep the name under 200 characters.")]
    public string? Name { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() => Prepare();

    /// <summary>Adds it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Prepare();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post<PartnerSeen>(Service.Mentor, "/partners", new { name = Name!.Trim() });
        return outcome is { IsDone: true, Value: { } partner }
            ? Done($"/admin/invite?role=coordinator&partner={partner.PartnerId}", $"{partner.Name} is a partner now. Invite somebody there as its coordinator.")
            : Refused(outcome);
    }

    private void Prepare()
    {
        Title = "Add a partner";
        Back = "/admin/partners";
    }
}
