using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Puts right a name, a birthday or how to get in touch.</summary>
public sealed class MenteeDetailsModel : MenteePage
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public PersonFields Input { get; set; } = new();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await CanShow("Put right: {0}")) return NotShown();
        Input = PersonFields.Of(Mentee);
        return Page();
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await CanShow("Put right: {0}")) return NotShown(typed: true);
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Put(Service.Mentee, $"/mentees/{Id}/details", new
        {
            firstName = Input.FirstName,
            lastName = Input.LastName,
            dateOfBirth = Input.DateOfBirth.Read(),
            email = PersonFields.OrNull(Input.Email),
            phone = PersonFields.OrNull(Input.Phone),
            howToReach = PersonFields.OrNull(Input.HowToReach),
        });
        return outcome.IsDone ? Done($"/work/mentees/{Id}", "Saved.") : Refused(outcome, ("dateOfBirth", "Input.DateOfBirth"));
    }
}
