using Mentoring.Portal.Pages.Me;
using Mentoring.Portal.Pages.Mentor;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>What a young person is told that their caseworker reads: their goals, and the thoughts that are shared in a match. Private thoughts are not here.</summary>
public sealed class MenteeGoalsModel : MenteePage
{
    /// <summary>The cursor of the goals.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The match whose thoughts are shown; the newest that has begun when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Match { get; set; }

    /// <summary>The cursor of the thoughts.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    /// <summary>Their goals, open ones first.</summary>
    public Part<Page<MyGoal>> Goals { get; private set; } = new();

    /// <summary>Their matches.</summary>
    public Part<Page<MatchSeen>> Matches { get; private set; } = new();

    /// <summary>What is shared in the match.</summary>
    public Part<Page<SharedReflection>> Thoughts { get; private set; } = new();

    /// <summary>The matches that have begun, the newest first.</summary>
    public IReadOnlyList<MatchSeen> Begun => [.. (Matches.Value?.Items ?? []).Where(m => m.ActiveAt is not null).OrderByDescending(m => m.ActiveAt)];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var goals = Ask.Get<Page<MyGoal>>(Service.Session, $"/mentees/{Id}/goals?take=20{(After is null ? string.Empty : "&after=" + After)}");
        var matches = Ask.Get<Page<MatchSeen>>(Service.Matching, $"/mentees/{Id}/matches?take=100");
        var shown = await CanShow("Goals and thoughts of {0}", "/work/mentees");
        (Goals, Matches) = (await goals, await matches);
        if (!shown) return NotShown();
        if (Begun.FirstOrDefault(m => Match is null || m.MatchId == Match) is not { } match) return Match is null || !Matches.IsThere ? Page() : Missing();
        Match = match.MatchId;
        Thoughts = await Ask.Get<Page<SharedReflection>>(Service.Session, $"/matches/{Match}/reflections?take=20{(Before is null ? string.Empty : "&after=" + Before)}");
        return Page();
    }
}
