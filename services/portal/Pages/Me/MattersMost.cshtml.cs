using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What matters most, put in order one step at a time.</summary>
public sealed class MattersMostModel : MyPage
{
    /// <summary>What they chose, the most wanted first.</summary>
    public IReadOnlyList<string> Areas { get; private set; } = [];

    /// <summary>Whether that cannot be shown.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Page();
    }

    /// <summary>One moves up.</summary>
    public async Task<IActionResult> OnPostAsync(string? up)
    {
        await Load();
        var at = Areas.ToList().IndexOf(up ?? string.Empty);
        if (IsAway || at < 1) return IsAway ? Page() : Done("/me/about/matters-most");
        List<string> areas = [.. Areas];
        (areas[at - 1], areas[at]) = (areas[at], areas[at - 1]);
        var outcome = await SavePart(new { goalAreas = areas });
        return outcome.IsDone ? Done("/me/about/matters-most", $"{Say.Word(up!)} is now number {at}.") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "What matters most?";
        Back = "/me/about/matters";
        var me = await AskForMe();
        IsAway = me.IsAway;
        Areas = me.Value?.Profile?.GoalAreas ?? [];
    }
}
