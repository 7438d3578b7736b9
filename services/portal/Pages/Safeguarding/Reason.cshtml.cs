using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>Asks a lead why they need a record.</summary>
/// <param name="reasons">Keeps the reason.</param>
public sealed class ReasonModel(Reasons reasons) : MentoringPage
{
    /// <summary>The record.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Its kind.</summary>
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = RecordKinds.Mentee;

    /// <summary>The concern they came from.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Concern { get; set; }

    /// <summary>Why.</summary>
    [BindProperty, Required(ErrorMessage = "Say why you need it."), StringLength(500, MinimumLength = 10, ErrorMessage = "Say why in 10 to 500 characters.")]
    public string? Words { get; set; }

    /// <summary>Where "leave it closed" leads.</summary>
    public string Return => Concern is { } concern ? $"/safeguarding/concerns/{concern}" : "/safeguarding/records";

    /// <summary>Asks.</summary>
    public void OnGet() => Prepare();

    /// <summary>Keeps the reason and opens the record.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Prepare();
        if (!ModelState.IsValid) return Page();
        await reasons.Give(Caller.Account, Kind, Id, Words!.Trim(), Gone);
        return LocalRedirect($"/safeguarding/records/{Kind}/{Id}/read");
    }

    private void Prepare()
    {
        Title = $"Open this {RecordKinds.Name(Kind)}?";
        Back = Return;
    }
}
