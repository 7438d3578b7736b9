using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>A mentor's matches: who asks, who they meet, and what is over.</summary>
public sealed class MatchesModel : MentoringPage
{
    /// <summary>Their matches.</summary>
    public Part<Listed<OwnMatch>> Matches { get; private set; } = new();

    /// <summary>Whom they may read of.</summary>
    public Part<IReadOnlyList<Introduced>> Young { get; private set; } = new();

    /// <summary>The cursor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        Title = "Matches – for mentors";
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, $"/mentors/me/matches?take=50{(After is { } after ? $"&after={after}" : string.Empty)}");
        var young = Ask.Get<IReadOnlyList<Introduced>>(Service.Mentee, "/mentees/introductions");
        Matches = await matches;
        Young = await young;
    }
}
