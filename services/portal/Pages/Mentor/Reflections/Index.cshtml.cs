using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor.Reflections;

/// <summary>A mentor's own reflections.</summary>
public sealed class IndexModel : MentoringPage
{
    /// <summary>The cursor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The reflections.</summary>
    public Part<Listed<OwnReflection>> Reflections { get; private set; } = new();

    /// <summary>Matches that a reflection can be about.</summary>
    public IReadOnlyList<OwnMatch> Meeting { get; private set; } = [];

    /// <summary>Whom the mentor may read of.</summary>
    public Part<IReadOnlyList<Introduced>> Young { get; private set; } = new();

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        Title = "Reflections – for mentors";
        var mine = Ask.Get<Listed<OwnReflection>>(Service.Session, $"/reflections/me?take=20{(After is { } after ? $"&after={after}" : string.Empty)}");
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        var young = Ask.Get<IReadOnlyList<Introduced>>(Service.Mentee, "/mentees/introductions");
        var now = await matches;
        Reflections = await mine is { Value: { } list } read ? read with { Value = list with { Items = [.. list.Items.Where(r => !now.IsOver(r.MatchId))] } } : await mine;
        Meeting = [.. (now.Value?.Items ?? []).Where(m => m.IsMeeting)];
        Young = (await young).Now(now);
    }
}
