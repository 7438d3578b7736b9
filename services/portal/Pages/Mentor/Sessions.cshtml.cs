using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>A mentor's sessions, those to come and those that are over.</summary>
public sealed class SessionsModel : MentoringPage
{
    /// <summary>Whether those that are over are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    /// <summary>The cursor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The sessions.</summary>
    public Part<Listed<OwnSession>> Sessions { get; private set; } = new();

    /// <summary>Whom the mentor may read of.</summary>
    public Part<IReadOnlyList<Introduced>> Young { get; private set; } = new();

    /// <summary>Whether the programme has paused contact in one of their matches.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        Title = "Sessions – for mentors";
        var sessions = Ask.Get<Listed<OwnSession>>(Service.Session, $"/sessions/me?past={(Past ? "true" : "false")}&take=25{(After is { } after ? $"&after={after}" : string.Empty)}");
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        var young = Ask.Get<IReadOnlyList<Introduced>>(Service.Mentee, "/mentees/introductions");
        var now = await matches;
        Sessions = await sessions is { Value: { } list } read
            ? read with { Value = list with { Items = [.. list.Items.Where(s => Past || !now.IsOver(s.MatchId)).Select(s => s.Now(now))] } }
            : await sessions;
        Young = (await young).Now(now);
        IsPaused = now.Value?.Items.Any(m => m.ContactPaused) == true;
    }
}
