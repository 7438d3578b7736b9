using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Mentoring.Portal.Pages.Public;

/// <summary>What the programme is for a young person, and how to ask for a mentor without an account.</summary>
[EnableRateLimiting(RateLimits.Writing)]
public sealed class ForYoungPeopleModel : MentoringPage
{
    /// <summary>Their first name.</summary>
    [BindProperty, Required(ErrorMessage = "Tell us your first name."), StringLength(60, ErrorMessage = "Your first name can be up to 60 letters.")]
    public string? FirstName { get; set; }

    /// <summary>Their last name.</summary>
    [BindProperty, Required(ErrorMessage = "Tell us your last name."), StringLength(60, ErrorMessage = "Your last name can be up to 60 letters.")]
    public string? LastName { get; set; }

    /// <summary>When they were born.</summary>
    [BindProperty]
    public DateParts Born { get; set; } = new();

    /// <summary>Their e-mail address.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Their phone number.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>How they want to be reached.</summary>
    [BindProperty]
    public string? HowToReach { get; set; }

    /// <summary>What else they say.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Shows it.</summary>
    public void OnGet() => Words();

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Words();
        var born = Born.Read();
        if (born is null) ModelState.AddModelError(nameof(Born), "Tell us the day, the month and the year you were born, such as 17 4 2008.");
        if (string.IsNullOrWhiteSpace(Email) && string.IsNullOrWhiteSpace(Phone)) ModelState.AddModelError(nameof(Email), "Tell us your e-mail or your phone number, so that we can reach you.");
        if (!ModelState.IsValid) return Page();

        var sent = await Ask.Post(Service.Mentee, "/referrals", new { firstName = FirstName, lastName = LastName, dateOfBirth = born, email = Email, phone = Phone, howToReach = HowToReach, note = Note });
        return sent.IsDone ? Done("/thank-you?for=young-person") : Refused(sent, ("dateOfBirth", nameof(Born)));
    }

    private void Words()
    {
        Title = "For young people";
        ViewData["Exit"] = true;
        ViewData["Description"] = "Are you in care, or were you, and 25 or younger? A mentor listens, tells you straight and helps with what you choose. You decide.";
    }
}
