using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Mentoring.Portal.Pages.Public;

/// <summary>What mentors do, and how to say that one would like to be one.</summary>
[EnableRateLimiting(RateLimits.Writing)]
public sealed class ForMentorsModel : MentoringPage
{
    /// <summary>Their name.</summary>
    [BindProperty, Required(ErrorMessage = "Enter your name.")]
    public string? Name { get; set; }

    /// <summary>Their e-mail address.</summary>
    [BindProperty, Required(ErrorMessage = "Enter your e-mail address, so that we can write to you.")]
    public string? Email { get; set; }

    /// <summary>Their employer.</summary>
    [BindProperty]
    public string? WorksFor { get; set; }

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
        var sent = await Ask.Post(Service.Mentor, "/interests", new { name = Name, email = Email, worksFor = WorksFor, words = Words });
        return sent.IsDone ? Done("/thank-you?for=mentor") : Refused(sent);
    }

    private void Say()
    {
        Title = "Interested in being a mentor?";
        ViewData["Description"] = "About two hours a month, one to one, for a young person in care or a care leaver: what mentors do, what they get, how they are checked, and how to begin.";
    }
}
