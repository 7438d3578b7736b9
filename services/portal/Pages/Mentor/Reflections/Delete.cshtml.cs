using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor.Reflections;

/// <summary>Asks once before a reflection is deleted.</summary>
public sealed class DeleteModel : MentoringPage
{
    /// <summary>The reflection.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The reflection.</summary>
    public Part<OwnReflection> Reflection { get; private set; } = new();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Reflection.IsMissing ? Missing() : Page();
    }

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Ask.Delete(Service.Session, $"/reflections/{Id}");
        if (outcome.IsDone || outcome.IsMissing) return Done("/mentor/reflections", "It is deleted.");
        await Load();
        return Refused(outcome);
    }

    private async Task Load()
    {
        Title = "Delete a reflection – for mentors";
        Back = $"/mentor/reflections/{Id}";
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        Reflection = OwnReflection.Own(await Ask.Get<OwnReflection>(Service.Session, $"/reflections/{Id}"), await matches);
    }
}
