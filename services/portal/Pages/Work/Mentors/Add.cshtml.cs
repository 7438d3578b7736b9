using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Registers a volunteer who has no partner.</summary>
public sealed class AddVolunteerModel : WorkPage
{
    /// <summary>How they can meet.</summary>
    public static IReadOnlyList<Choice> Ways { get; } = [new("in-person", "In person"), new("online", "Online")];

    /// <summary>First name.</summary>
    [BindProperty, Required(ErrorMessage = "Enter a first name."), StringLength(100, ErrorMessage = "A first name has 100 characters at most.")]
    public string? FirstName { get; set; }

    /// <summary>Last name.</summary>
    [BindProperty, Required(ErrorMessage = "Enter a last name."), StringLength(100, ErrorMessage = "A last name has 100 characters at most.")]
    public string? LastName { get; set; }

    /// <summary>E-mail.</summary>
    [BindProperty, Required(ErrorMessage = "Enter an e-mail address.")]
    public string? Email { get; set; }

    /// <summary>Phone.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>Date of birth.</summary>
    [BindProperty]
    public DateParts Born { get; set; } = new();

    /// <summary>How they can meet.</summary>
    [BindProperty]
    public List<string> Meet { get; set; } = [];

    /// <summary>Asks.</summary>
    public void OnGet() => Head();

    /// <summary>Registers.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Head();
        if (Born.Read() is null) ModelState.AddModelError(nameof(Born), Born.IsEmpty ? "Enter their date of birth." : "Check the date of birth: there is no such day.");
        if (Meet.Count == 0) ModelState.AddModelError(nameof(Meet), "Choose at least one way to meet.");
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post<Added>(Service.Mentor, "/mentors", new
        {
            firstName = FirstName,
            lastName = LastName,
            email = Email?.Trim(),
            phone = PersonFields.OrNull(Phone),
            dateOfBirth = Born.Read(),
            inPerson = Meet.Contains("in-person"),
            online = Meet.Contains("online"),
        });
        return outcome.IsDone ? Done($"/work/mentors/{outcome.Value!.MentorId}", "Added. Invite them to an account next.") : Refused(outcome, ("dateOfBirth", nameof(Born)), ("inPerson", nameof(Meet)));
    }

    private void Head()
    {
        Title = "Add a volunteer without a partner";
        Back = "/work/mentors";
    }

    /// <summary>The new record.</summary>
    public sealed record Added(Guid MentorId);
}
