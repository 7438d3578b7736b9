using System.ComponentModel.DataAnnotations;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>One goal: other words, reached, or put away.</summary>
public sealed class GoalModel : MyPage
{
    /// <summary>The goal.</summary>
    public Part<MyGoal> Goal { get; private set; } = new();

    /// <summary>The goal in their words.</summary>
    [BindProperty, Required(ErrorMessage = "Say what you want to get to. A few words are enough."), StringLength(300, ErrorMessage = "Make it a bit shorter: 300 characters at most.")]
    public string? Words { get; set; }

    /// <summary>What it is about.</summary>
    [BindProperty, Required(ErrorMessage = "Tap what it is about.")]
    public string? Area { get; set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await Load(id)) return Missing();
        (Words, Area) = (Goal.Value?.Words, Goal.Value?.Area);
        return Page();
    }

    /// <summary>They put it in other words.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await Load(id)) return Missing();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Put(Service.Session, $"/goals/{id}", new { area = Area, words = Words });
        return outcome.IsDone ? Done("/me/goals", "Saved.") : Refused(outcome);
    }

    /// <summary>They have reached it, or put it away.</summary>
    public async Task<IActionResult> OnPostCloseAsync(Guid id, bool reached)
    {
        ModelState.Clear();
        var outcome = await Ask.Post(Service.Session, $"/goals/{id}/closing", new { reached });
        if (outcome.IsDone) return Done("/me/goals", reached ? "You got there. That is yours." : "It is put away. You can take it up again at any time.");
        if (!await Load(id)) return Missing();
        (Words, Area) = (Goal.Value?.Words, Goal.Value?.Area);
        return Refused(outcome);
    }

    private async Task<bool> Load(Guid id)
    {
        Title = "Change a goal";
        Back = "/me/goals";
        var goals = await Ask.Get<Page<MyGoal>>(Service.Session, "/goals/me?take=100");
        var goal = goals.Value?.Items.FirstOrDefault(g => g.Id == id && g.State == "open");
        Goal = new() { Value = goal, IsAway = goals.IsAway, IsMissing = goal is null && !goals.IsAway };
        return !Goal.IsMissing;
    }
}
