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

    /// <summary>Which part, 1 for the first.</summary>
    [BindProperty]
    public int Risk { get; set; }

    /// <summary>What should be different.</summary>
    [BindProperty, System.ComponentModel.DataAnnotations.StringLength(1000, ErrorMessage = "Make it a bit shorter: 1,000 characters at most.")]
    public string? Wish { get; set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Wish = Record.Value?.RiskAssessment?.Wish;
        return Page();
    }

    /// <summary>They let their mentor read a part.</summary>
    public Task<IActionResult> OnPostShareAsync() => Choose(shared: true, "Your mentor may read this part now.");

    /// <summary>They do not let their mentor read a part any more.</summary>
    public Task<IActionResult> OnPostKeepAsync() => Choose(shared: false, "Your mentor cannot read this part any more.");

    /// <summary>They say what should be different.</summary>
    public async Task<IActionResult> OnPostWishAsync()
    {
        if (string.IsNullOrWhiteSpace(Wish)) ModelState.AddModelError(nameof(Wish), "Write what should be different.");
        if (ModelState.IsValid)
        {
            var outcome = await Ask.Put(Service.Mentee, $"/mentees/{Me}/risk-assessment/wish", new { version = Version, words = Wish!.Trim() });
            if (outcome.IsDone) return Done("/me/safety-plan", "Thank you for saying so. Your caseworker reads it.");
            _ = Refused(outcome, ("words", nameof(Wish)));
        }

        await Load();
        return Page();
    }

    private async Task<IActionResult> Choose(bool shared, string notice)
    {
        var outcome = await Ask.Put(Service.Mentee, $"/mentees/{Me}/risk-assessment/risks/{Risk}/sharing", new { version = Version, shared });
        if (outcome.IsDone) return Done($"/me/safety-plan#part-{Risk}", notice);
        await Load();
        return Refused(outcome);
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
