using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>A young person's offers and matches.</summary>
public sealed class MenteeMatchesModel : MenteePage
{
    /// <summary>Oldest first.</summary>
    public Part<Page<MatchSeen>> Matches { get; private set; } = new();

    /// <summary>Names of mentors.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var matches = Ask.Get<Page<MatchSeen>>(Service.Matching, $"/mentees/{Id}/matches?take=100");
        var shown = await CanShow("Mentors of {0}", "/work/mentees");
        Matches = await matches;
        if (!shown) return NotShown();
        Names = await NamesOf([], (Matches.Value?.Items ?? []).Select(m => m.MentorId));
        return Page();
    }
}
