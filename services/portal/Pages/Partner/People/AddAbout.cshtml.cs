using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Partner.People;

/// <summary>Adding a mentor, second question: age and work.</summary>
/// <param name="drafts">Keeps what is typed.</param>
public sealed class AddAboutModel(Drafts drafts) : MentoringPage
{
    /// <summary>Date of birth.</summary>
    [BindProperty]
    public DateParts Born { get; set; } = new();

    /// <summary>Their work.</summary>
    [BindProperty]
    [StringLength(120, ErrorMessage = "Keep the job under 120 characters.")]
    public string? JobTitle { get; set; }

    /// <summary>Phone number.</summary>
    [BindProperty]
    [RegularExpression(@"^\s*\+?[0-9 ()\-.]{7,29}$", MatchTimeoutInMilliseconds = 200, ErrorMessage = "Enter a phone number, like 07700 900877, or leave it empty.")]
    public string? Phone { get; set; }

    /// <summary>Whether they come back here from checking their answers.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Check { get; set; }

    /// <summary>Who it is about.</summary>
    public NewPerson Person { get; private set; } = new();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        if (!Person.HasName) return Done("/partner/people/add");
        (Born, JobTitle, Phone) = (DateParts.From(Person.Born), Person.JobTitle, Person.Phone);
        return Page();
    }

    /// <summary>Keeps it and goes on.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Born.Read() is not { } born) ModelState.AddModelError(nameof(Born), Born.IsEmpty ? "Enter their date of birth." : "Enter a real date, like 3 7 1988.");
        else if (born.AgeOn(Today) is < 18) ModelState.AddModelError(nameof(Born), "Mentors are 18 or older.");
        else if (born.AgeOn(Today) is > 100) ModelState.AddModelError(nameof(Born), "Check the year of birth.");
        if (!ModelState.IsValid) return Page();
        await drafts.Write(Caller.Account, NewPerson.Journey, Person with { Born = Born.Read(), JobTitle = Tidy(JobTitle), Phone = Tidy(Phone) }, Gone);
        return Done(Check ? "/partner/people/add/check" : "/partner/people/add/meeting");
    }

    private static string? Tidy(string? text) => text?.Trim() is { Length: > 0 } tidy ? tidy : null;

    private async Task Load()
    {
        Title = "Add a mentor: age and work";
        Back = Check ? "/partner/people/add/check" : "/partner/people/add";
        Person = await drafts.Read<NewPerson>(Caller.Account, NewPerson.Journey, Gone) ?? new();
    }
}
