using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>The young person reads their safety plan and puts their name to it.</summary>
public sealed class SafetyPlanModel : MyPage
{
    /// <summary>Their own record.</summary>
    public Part<MyRecord> Record { get; private set; } = new();

    /// <summary>The version that was read.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Page();
    }

    /// <summary>They sign.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Ask.Post(Service.Mentee, $"/mentees/{Me}/risk-assessment/signature", new { version = Version });
        if (outcome.IsDone) return Done("/me", "Thank you. Your name is on your safety plan.");
        await Load();
        return Refused(outcome);
    }

    private async Task Load()
    {
        Title = "My safety plan";
        Back = "/me";
        Record = await AskForMe();
        await FindCaseworker(Record.Value);
    }
}
