using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Partner.People;

/// <summary>Adding a mentor, third question: how they can meet.</summary>
/// <param name="drafts">Keeps what is typed.</param>
public sealed class AddMeetingModel(Drafts drafts) : MentoringPage
{
    /// <summary>in-person and online.</summary>
    [BindProperty]
    public List<string> Ways { get; set; } = [];

    /// <summary>The postcode of their workplace.</summary>
    [BindProperty]
    [RegularExpression(@"^\s*[A-Za-z]{1,2}[0-9][0-9A-Za-z]?\s*[0-9][A-Za-z]{2}\s*$", MatchTimeoutInMilliseconds = 200, ErrorMessage = "Enter a UK postcode, like LE1 6ZG, or leave it empty.")]
    public string? Postcode { get; set; }

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
        (Ways, Postcode) = ([.. Person.Ways], Person.Postcode);
        return Page();
    }

    /// <summary>Keeps it and goes on.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (!Ways.Exists(w => w is "in-person" or "online")) ModelState.AddModelError(nameof(Ways), "Choose in person, online, or both.");
        if (!ModelState.IsValid) return Page();
        await drafts.Write(Caller.Account, NewPerson.Journey, Person with { Ways = Ways, Postcode = Postcode?.Trim().ToUpperInvariant() is { Length: > 0 } postcode ? postcode : null }, Gone);
        return Done("/partner/people/add/check");
    }

    private async Task Load()
    {
        Title = "Add a mentor: how they can meet";
        Back = Check ? "/partner/people/add/check" : "/partner/people/add/about";
        Person = await drafts.Read<NewPerson>(Caller.Account, NewPerson.Journey, Gone) ?? new();
    }
}
