using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>Their goals, how near each is, and how that went.</summary>
public sealed class GoalsModel : MyPage
{
    /// <summary>Their goals.</summary>
    public Part<Page<MyGoal>> Goals { get; private set; } = new();

    /// <summary>Those that are open.</summary>
    public IReadOnlyList<MyGoal> Open => [.. Goals.Value?.Items.Where(g => g.State == "open") ?? []];

    /// <summary>Those that are reached or put away.</summary>
    public IReadOnlyList<MyGoal> Closed => [.. Goals.Value?.Items.Where(g => g.State != "open") ?? []];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? after)
    {
        await Load(after);
        return Page();
    }

    /// <summary>They rate one.</summary>
    public async Task<IActionResult> OnPostRateAsync(Guid goal, int score)
    {
        var outcome = await Ask.Post(Service.Session, $"/goals/{goal}/ratings", new { score });
        if (outcome.IsDone) return Done("/me/goals", $"Saved: {score} out of 10.");
        await Load(null);
        return Refused(outcome);
    }

    /// <summary>They take one up again.</summary>
    public async Task<IActionResult> OnPostReopenAsync(Guid goal)
    {
        var outcome = await Ask.Post(Service.Session, $"/goals/{goal}/reopening");
        if (outcome.IsDone) return Done("/me/goals", "It is one of your goals again.");
        await Load(null);
        return Refused(outcome);
    }

    private async Task Load(Guid? after)
    {
        Title = "My goals";
        Goals = await Ask.Get<Page<MyGoal>>(Service.Session, $"/goals/me?take=50{(after is { } a ? $"&after={a}" : string.Empty)}");
    }
}
