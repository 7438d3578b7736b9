using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>The matches of a caseload, by what they wait for.</summary>
public sealed class MatchListModel : WorkPage
{
    /// <summary>What can be shown: the word in the address, the title and what to say when there is none.</summary>
    public static IReadOnlyList<(string Show, string Text, string Nothing)> Kinds { get; } =
    [
        ("questions", "Questions", "Nobody has asked to know more about a mentor."),
        ("offered", "Waits for the young person", "No offer waits for a young person. Offer a mentor from a young person's suggestions."),
        ("agreed-by-mentee", "Waits for the mentor", "No yes waits for a mentor."),
        ("agreed-by-mentor", "Yours to approve", "Nothing to approve. It comes here when both have said yes."),
        ("approved", "First meeting next", "No first meeting to arrange."),
        ("active", "Active", "No match is active yet. It is, once the first meeting is written down."),
        ("ending", "Ending", "No match is coming to an end."),
        ("closing-owed", "Closing owed", "No closing is owed."),
        ("over", "Over", "No match is over yet."),
    ];

    /// <summary>Which are shown; null for all that go on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The cursor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The counts.</summary>
    public Part<MatchesSummary> Summary { get; private set; } = new();

    /// <summary>The matches.</summary>
    public IReadOnlyList<(SinceSeen Match, Stage Stage)> Rows { get; private set; } = [];

    /// <summary>The cursor of the next page.</summary>
    public Guid? Next { get; private set; }

    /// <summary>Whether the list could not be read.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Names.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>How many there are of a kind; null when that is not counted.</summary>
    public int? Count(string show) => Summary.Value is not { } s ? null : show switch
    {
        "questions" => s.Questions.Count,
        "offered" => s.WaitForMentee.Count,
        "agreed-by-mentee" => s.WaitForMentor.Count,
        "agreed-by-mentor" => s.ToApprove.Count,
        "approved" => s.ToMeet.Count,
        "active" => s.Active.Count,
        "ending" => s.ToClose.Count,
        "closing-owed" => s.ClosingOwed.Count,
        _ => null,
    };

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (Kinds.All(k => k.Show != Show)) Show = null;
        Title = Show is null ? "Matches" : $"Matches: {Kinds.Single(k => k.Show == Show).Text.ToLower(Say.British)}";
        var summary = Ask.Get<MatchesSummary>(Service.Matching, "/matches/summary");
        var list = Show == "questions" ? null : Ask.Get<Page<MatchSeen>>(Service.Matching, "/matches?take=25" + Filter + (After is null ? string.Empty : "&after=" + After));
        Summary = await summary;
        if (list is null)
        {
            IsAway = Summary.IsAway;
            Rows = [.. (Summary.Value?.Questions.First ?? []).Select(m => (m, new Stage("Wants to know more", "purple")))];
        }
        else
        {
            var found = await list;
            IsAway = found.IsAway;
            Next = found.Value?.Next;
            Rows = [.. (found.Value?.Items ?? []).Where(m => Show != "over" || m.IsOver).Select(m => (new SinceSeen(m.MatchId, m.MenteeId, m.MentorId, m.Since, m.WantsClosing ? m.ClosingDueOn : null), m.ClosingOwed ? new Stage("Closing owed", "orange") : m.Stage))];
        }

        Names = await NamesOf(Rows.Select(r => r.Match.MenteeId), Rows.Select(r => r.Match.MentorId));
        return Page();
    }

    private string Filter => Show switch { null => string.Empty, "closing-owed" => "&closingOwed=true", "over" => "&state=ended", _ => "&state=" + Show };
}
