using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Partner.People;

/// <summary>Asks once before one of the partner's people takes a break.</summary>
public sealed class PauseModel : MentoringPage
{
    /// <summary>The mentor's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Why, if they want to say.</summary>
    [BindProperty]
    [StringLength(500, ErrorMessage = "Keep this under 500 characters.")]
    public string? Why { get; set; }

    /// <summary>The person.</summary>
    public Part<OwnPerson> Person { get; private set; } = new();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Person.IsMissing ? Missing() : Page();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Person.IsMissing) return Missing();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Id}/pause", new { why = Why });
        var name = Person.Value?.FirstName ?? "This person";
        return outcome.IsDone ? Done($"/partner/people/{Id}", $"{name} is on a break.") : Refused(outcome);
    }

    private async Task Load()
    {
        Back = $"/partner/people/{Id}";
        Title = "Let somebody take a break";
        Person = await Ask.Get<OwnPerson>(Service.Mentor, $"/partners/{Caller.Partner}/mentors/{Id}");
    }
}
