using System.ComponentModel.DataAnnotations;
using Mentoring.Contracts;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They set themselves a goal.</summary>
public sealed class NewGoalModel : MyPage
{
    /// <summary>The areas.</summary>
    public static IReadOnlyList<Choice> Areas { get; } = Choice.Of(Vocabulary.GoalAreas);

    /// <summary>The goal in their words.</summary>
    [BindProperty, Required(ErrorMessage = "Say what you want to get to. A few words are enough."), StringLength(300, ErrorMessage = "Make it a bit shorter: 300 characters at most.")]
    public string? Words { get; set; }

    /// <summary>What it is about.</summary>
    [BindProperty, Required(ErrorMessage = "Tap what it is about.")]
    public string? Area { get; set; }

    /// <summary>Shows the page.</summary>
    public void OnGet() => Head();

    /// <summary>They set it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Head();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post(Service.Session, "/goals", new { area = Area, words = Words });
        return outcome.IsDone ? Done("/me/goals", "That is your goal now. How near are you today?") : Refused(outcome);
    }

    private void Head()
    {
        Title = "Set a goal";
        Back = "/me/goals";
    }
}
