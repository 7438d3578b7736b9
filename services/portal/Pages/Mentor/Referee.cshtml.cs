using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>One of the two people who can speak for a mentor.</summary>
public sealed class RefereeModel : MentoringPage
{
    /// <summary>Which, 1 or 2.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>Their name.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Enter their name.")]
    public string? Name { get; set; }

    /// <summary>How they know each other.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Say how you know each other.")]
    [StringLength(200, MinimumLength = 3, ErrorMessage = "Say in 3 to 200 characters how you know each other.")]
    public string? How { get; set; }

    /// <summary>E-mail address.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Phone number.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>That they are not family.</summary>
    [BindProperty]
    public bool NotFamily { get; set; }

    /// <summary>Their record.</summary>
    public Part<OwnRecord> Record { get; private set; } = new();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        if (Record.Value?.Referees.ElementAtOrDefault(Number - 1) is { } known) (Name, How, Email, Phone, NotFamily) = (known.Name, known.HowTheyKnowYou, known.Email, known.Phone, true);
        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        if (!NotFamily) ModelState.AddModelError(nameof(NotFamily), "Tick this, or name somebody who is not family.");
        if (string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Phone)) ModelState.AddModelError(nameof(Email), "Enter an e-mail address or a phone number, so that we can reach them.");
        else if (!string.IsNullOrWhiteSpace(Email) && !Addresses.CanBeMailed(Email)) ModelState.AddModelError(nameof(Email), "Enter an e-mail address like name@example.org.");
        if (!ModelState.IsValid) return Page();
        if (Record.Value is not { } me) return Refused(Outcomes.Away);
        var all = me.Referees.ToList();
        var one = new Referee(Name!.Trim(), How!.Trim(), Tidy(Email), Tidy(Phone));
        if (Number <= all.Count) all[Number - 1] = one;
        else all.Add(one);
        var at = Math.Min(Number, all.Count) - 1;
        var outcome = await Ask.Put(Service.Mentor, $"/mentors/{me.MentorId}/referees", new { referees = all.Select(r => new { r.Name, r.HowTheyKnowYou, r.Email, r.Phone, notARelative = true }) });
        if (outcome.IsDone) return Done("/mentor/references", $"Saved. Please tell {one.Name} that we will write.");
        var prefix = $"referees[{at}].";
        return Refused(outcome, (prefix + "name", nameof(Name)), (prefix + "howTheyKnowYou", nameof(How)), (prefix + "email", nameof(Email)), (prefix + "phone", nameof(Phone)));
    }

    private static string? Tidy(string? text) => text?.Trim() is { Length: > 0 } tidy ? tidy : null;

    private async Task Load()
    {
        Title = Number == 1 ? "The first person who can speak for me" : "The second person who can speak for me";
        Back = "/mentor/references";
        Record = Number is 1 or 2 ? await Ask.Get<OwnRecord>(Service.Mentor, "/mentors/me") : new() { IsMissing = true };
    }
}
