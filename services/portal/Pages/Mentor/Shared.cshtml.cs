using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>The reflections that a young person shares with their mentor.</summary>
public sealed class SharedModel : MentoringPage
{
    /// <summary>The match.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The cursor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>What they share.</summary>
    public Part<Listed<SharedReflection>> Reflections { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "What is shared with me – for mentors";
        Back = $"/mentor/matches/{Id}";
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        Reflections = await Ask.Get<Listed<SharedReflection>>(Service.Session, $"/matches/{Id}/reflections?take=20{(After is { } after ? $"&after={after}" : string.Empty)}");
        var match = (await matches).Of(Id);
        if (match is { IsOpen: true, ContactPaused: true }) return Done($"/mentor/matches/{Id}");
        if ((await matches).IsAway) Reflections = new() { IsAway = true };
        else if (match?.MenteeId is null) Reflections = new() { IsMissing = true };
        return Reflections.IsMissing ? Missing() : Page();
    }
}
