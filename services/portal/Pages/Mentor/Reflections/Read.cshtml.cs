using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor.Reflections;

/// <summary>Reading one's own reflection, sharing it or not.</summary>
public sealed class ReadModel : MentoringPage
{
    /// <summary>The reflection.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The reflection.</summary>
    public Part<OwnReflection> Reflection { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Reflection.IsMissing ? Missing() : Page();
    }

    /// <summary>Shares it.</summary>
    public Task<IActionResult> OnPostShareAsync() => Do("sharing", new { shared = true }, "Shared. The young person and the caseworker can read it.");

    /// <summary>Stops sharing it.</summary>
    public Task<IActionResult> OnPostUnshareAsync() => Do("sharing", new { shared = false }, "It is yours alone again.");

    /// <summary>The next step is done.</summary>
    public Task<IActionResult> OnPostDoneAsync() => Do("next-step", new { done = true }, "Well done.");

    private async Task<IActionResult> Do(string what, object body, string notice)
    {
        var outcome = await Ask.Post(Service.Session, $"/reflections/{Id}/{what}", body);
        if (outcome.IsDone) return Done($"/mentor/reflections/{Id}", notice);
        if (outcome.IsMissing) return Missing();
        await Load();
        return Refused(outcome);
    }

    private async Task Load()
    {
        Title = "One of my reflections – for mentors";
        Back = "/mentor/reflections";
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        Reflection = OwnReflection.Own(await Ask.Get<OwnReflection>(Service.Session, $"/reflections/{Id}"), await matches);
    }
}
