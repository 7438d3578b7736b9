using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>What needs a caseworker today: only what waits, each with its number and a way to it.</summary>
public sealed class IndexModel : WorkPage
{
    /// <summary>From the matching service.</summary>
    public Part<MatchesSummary> Matches { get; private set; } = new();

    /// <summary>From the session service.</summary>
    public Part<SessionsSummary> Sessions { get; private set; } = new();

    /// <summary>From the mentee service.</summary>
    public Part<MenteesSummary> Mentees { get; private set; } = new();

    /// <summary>From the mentor service.</summary>
    public Part<MentorsSummary> Mentors { get; private set; } = new();

    /// <summary>What waits in matches.</summary>
    public IReadOnlyList<Waiting> InMatches => Only(MatchesWait().Concat(SessionsWait()));

    /// <summary>What young people need.</summary>
    public IReadOnlyList<Waiting> InMentees => Mentees.Value is not { } m ? [] : Only(
    [
        new(m.Waiting.Count, "asked for a mentor and wait for a caseworker", "asked for a mentor and waits for a caseworker", "/work/referrals", m.Waiting.InWords),
        Need(m.ConsentMissing, "have not said yes to taking part", "has not said yes to taking part", "consent"),
        Need(m.ProfileMissing, "have not said what they want", "has not said what they want", "profile"),
        Need(m.RiskAssessmentMissing, "have no safety plan in date", "has no safety plan in date", "plan"),
        Need(m.RiskAssessmentUnsigned, "have a safety plan to sign", "has a safety plan to sign", "signature"),
        Need(m.ReviewDue, "have a safety plan to look at again soon", "has a safety plan to look at again soon", "review"),
        Need(m.ReadinessEnding, "are ready only until soon", "is ready only until soon", "ending"),
    ]);

    /// <summary>What waits among mentors.</summary>
    public IReadOnlyList<Waiting> InMentors => Mentors.Value is not { } m ? [] : Only(
    [
        new(m.OpenInterests, "people would like to be a mentor", "person would like to be a mentor", "/work/interests"),
        new(m.Count("applied"), "have applied: begin screening", "has applied: begin screening", "/work/screening", Some(m.Applied)),
        new(m.ClearancesEndedCount, "have lost their clearance: renew the check", "has lost their clearance: renew the check", m.ClearancesEnded is [var lost] ? $"/work/mentors/{lost.MentorId}/screening" : "/work/screening#ended", Some(m.ClearancesEnded)),
        new(m.ToConfirm(Caller.Account.Value).Count, "wait for a second person to clear them", "waits for a second person to clear them", "/work/screening", Some(m.ToConfirm(Caller.Account.Value))),
        new(m.ToDecide.Count, "have every check: decide on clearance", "has every check: decide on clearance", "/work/screening", Some(m.ToDecide)),
        new(m.Going.Count, "are being screened", "is being screened", "/work/screening"),
        new(m.ClearancesEndingCount, "clearances end within 90 days", "clearance ends within 90 days", "/work/screening#ending", m.ClearancesEnding is [var next, ..] ? $"{next.FirstName} {InDays(next.ClearedUntil)}" : null),
    ]);

    /// <summary>Whether there is nothing to do at all, as far as everybody could be asked.</summary>
    public bool IsCalm => Matches.IsThere && Sessions.IsThere && Mentees.IsThere && Mentors.IsThere && InMatches.Count + InMentees.Count + InMentors.Count == 0;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "What needs you today";
        var matches = Ask.Get<MatchesSummary>(Service.Matching, "/matches/summary");
        var sessions = Ask.Get<SessionsSummary>(Service.Session, "/sessions/summary");
        var mentees = Ask.Get<MenteesSummary>(Service.Mentee, "/mentees/summary");
        var mentors = Ask.Get<MentorsSummary>(Service.Mentor, "/mentors/summary");
        (Matches, Sessions, Mentees, Mentors) = (await matches, await sessions, await mentees, await mentors);
        return Page();
    }

    private IEnumerable<Waiting> MatchesWait() => Matches.Value is not { } m ? [] :
    [
        Some(m.Questions, "young people want to know more", "young person wants to know more", "questions"),
        Some(m.ToApprove, "matches to approve", "match to approve", "agreed-by-mentor"),
        Some(m.ToMeet, "first meetings to arrange and write down", "first meeting to arrange and write down", "approved"),
        Closings(m.ToClose, "matches to close well", "match to close well", "ending"),
        Closings(m.ClosingOwed, "closings owed to both", "closing owed to both", "closing-owed"),
    ];

    private IEnumerable<Waiting> SessionsWait() => Sessions.Value is not { } s ? [] :
    [
        new(s.Worries.Total, "people do not feel safe, or are not sure: talk with them today", "person does not feel safe, or is not sure: talk with them today", s.Worries is { Total: 1, Items: [var one] } ? $"/work/matches/{one.MatchId}" : "/work/meetings#worries"),
        new(s.CheckIns.Total, "check-ins and reviews due", "check-in or review due", "/work/check-ins", s.CheckInsOverdue > 0 ? $"{s.CheckInsOverdue} overdue" : null),
        new(s.Quiet.Total, "matches have gone quiet", "match has gone quiet", "/work/meetings#quiet"),
        new(s.MissedTwice.Total, "matches missed two meetings in a row", "match missed two meetings in a row", "/work/meetings#missed"),
        new(s.Signs.Total, "matches show signs that they may end early", "match shows signs that it may end early", "/work/meetings#signs"),
        new(s.ToldDifferently.Total, "meetings told differently by the two", "meeting told differently by the two", "/work/meetings#told"),
        new(s.AttendanceMissing.Total, "meetings nobody has written down", "meeting nobody has written down", "/work/meetings#unwritten"),
    ];

    // One alone is a step nearer: its own page.
    private static Waiting Some(SomeSeen some, string many, string one, string show) =>
        new(some.Count, many, one, some is { Count: 1, First: [var only] } ? $"/work/matches/{only.MatchId}" : $"/work/matches?show={show}");

    private static Waiting Closings(SomeSeen some, string many, string one, string show) => Some(some, many, one, show) with
    {
        Who = some.Overdue > 0 ? $"{some.Overdue} overdue" : some.First.Min(m => m.DueOn) is { } due ? $"The next by {Say.ShortDay(due)}" : null,
    };

    private static Waiting Need(NeedSeen need, string many, string one, string place) =>
        new(need.Count, many, one, need is { Count: 1, Named: [var only] } ? $"/work/mentees/{only.Id}" : $"/work/needs#{place}", need.InWords);

    private string InDays(DateOnly end) => (end.DayNumber - Today.DayNumber) switch { 0 => "today", 1 => "tomorrow", var days => $"in {days} days" };

    private static string Some(IReadOnlyList<InScreening> people) => Say.List([.. people.Take(3).Select(p => p.FirstName), .. people.Count > 3 ? [$"{people.Count - 3} more"] : Array.Empty<string>()]);

    private static IReadOnlyList<Waiting> Only(IEnumerable<Waiting> all) => [.. all.Where(w => w.Count > 0)];
}

/// <summary>Something that waits.</summary>
/// <param name="Count">How many.</param>
/// <param name="Many">What, when they are several.</param>
/// <param name="One">What, when it is one.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Who">Who, where it can be said.</param>
public sealed record Waiting(int Count, string Many, string One, string Href, string? Who = null)
{
    /// <summary>What.</summary>
    public string What => Count == 1 ? One : Many;
}
