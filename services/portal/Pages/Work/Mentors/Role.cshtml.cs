using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Says what a mentor does, which decides on the checks.</summary>
public sealed class MentorRoleModel : MentorPage
{
    private const string Question = "What does {0} do?";

    /// <summary>The roles.</summary>
    public static IReadOnlyList<Choice> Roles { get; } =
    [
        new("one-to-one-mentor", "One-to-one mentor", "Young people of any age. Needs an enhanced DBS check with the children's barred list."),
        new("mentor-of-adults", "Mentor of adults", "Young people of 18 or older only. May be asked for a basic DBS check and no more."),
    ];

    /// <summary>The role.</summary>
    [BindProperty, Required(ErrorMessage = "Choose what they do.")]
    public string? Role { get; set; }

    /// <summary>Why.</summary>
    [BindProperty, Required(ErrorMessage = "Say why, for the record."), StringLength(500, MinimumLength = 3, ErrorMessage = "Say why in 3 to 500 characters.")]
    public string? Why { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await CanShow(Question)) return NotShown();
        Role = Mentor.Role;
        return Page();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await CanShow(Question) ? Page() : NotShown(typed: true);
        var outcome = await Ask.Put(Service.Mentor, $"/mentors/{Id}/role", new { role = Role, why = Why });
        return outcome.IsDone ? Done($"/work/mentors/{Id}", "The role is saved.") : await RefusedAgain(outcome, Question);
    }
}
