using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Meetings that want an eye: matches gone quiet, missed twice, told differently, not written down.</summary>
public sealed class MeetingsModel : WorkPage
{
    /// <summary>The summary.</summary>
    public Part<SessionsSummary> Summary { get; private set; } = new();

    /// <summary>Names.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>Each kind: its place on the page, title, what to do, and the matches; only those there are.</summary>
    public IReadOnlyList<(string Place, string Title, string Help, Listed<SinceSeen> Matches)> Kinds => Summary.Value is not { } s ? [] :
    [
        .. new (string Place, string Title, string Help, Listed<SinceSeen> Matches)[]
        {
            ("worries", "Does not feel safe, or is not sure", "They said so after a session, or when they asked to end the match. Talk with them today. It stays here until you write down a check-in with them.", new(s.Worries.Total, [.. s.Worries.Items.Select(w => new SinceSeen(w.MatchId, w.MenteeId, w.MentorId, w.Since))])),
            ("quiet", "Gone quiet", "No meeting was held and nobody was rung for two weeks. Ring both, and ask what would help.", s.Quiet),
            ("missed", "Missed two in a row", "Ask the young person first, without blame.", s.MissedTwice),
            ("told", "Told differently by the two", "One says it was held, the other says not. Ask both.", s.ToldDifferently),
            ("unwritten", "Not written down", "The mentor has not said whether it was held.", s.AttendanceMissing),
        }.Where(k => k.Matches.Total > 0),
    ];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Meetings to look at";
        Back = "/work";
        Summary = await Ask.Get<SessionsSummary>(Service.Session, "/sessions/summary");
        var all = Kinds.SelectMany(k => k.Matches.Items).Select(m => (m.MenteeId, m.MentorId)).Concat((Summary.Value?.Signs.Items ?? []).Select(m => (m.MenteeId, m.MentorId))).ToList();
        Names = await NamesOf(all.Select(m => m.MenteeId), all.Select(m => m.MentorId));
        return Page();
    }
}
