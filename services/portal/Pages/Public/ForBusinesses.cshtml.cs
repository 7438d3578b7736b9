using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Mentoring.Portal.Pages.Public;

/// <summary>What partners do, and how to ask to become one; an administrator accepts.</summary>
[EnableRateLimiting(RateLimits.Writing)]
public sealed class ForBusinessesModel : MentoringPage
{
    /// <summary>The business.</summary>
    [BindProperty, Required(ErrorMessage = "Enter the name of your business.")]
    public string? BusinessName { get; set; }

    /// <summary>Whom to talk to.</summary>
    [BindProperty, Required(ErrorMessage = "Enter your name.")]
    public string? ContactName { get; set; }

    /// <summary>Their e-mail address.</summary>
    [BindProperty, Required(ErrorMessage = "Enter your e-mail address, so that we can write to you.")]
    public string? Email { get; set; }

    /// <summary>Their phone number.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>What else they say.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Shows it.</summary>
    public void OnGet() => Say();

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Say();
        if (!ModelState.IsValid) return Page();
        var sent = await Ask.Post(Service.Mentor, "/partner-requests", new { businessName = BusinessName, contactName = ContactName, email = Email, phone = Phone, words = Words });
        return sent.IsDone ? Done("/thank-you?for=business") : Refused(sent);
    }

    private void Say()
    {
        Title = "For businesses";
        ViewData["Description"] = "Offer your people as mentors for young people in care and care leavers: what partners do, what they see, and how to join.";
    }
}
