using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>A mentor's first page: the one next thing, whom they meet, what is to be said.</summary>
public sealed class IndexModel : MentoringPage
{
    /// <summary>Their record.</summary>
    public Part<OwnRecord> Record { get; private set; } = new();

    /// <summary>Sessions and what belongs to them.</summary>
    public Part<Home> Sessions { get; private set; } = new();

    /// <summary>Their matches.</summary>
    public Part<Listed<OwnMatch>> Matches { get; private set; } = new();

    /// <summary>Whom they may read of.</summary>
    public Part<IReadOnlyList<Introduced>> Young { get; private set; } = new();

    /// <summary>The names of the young people's caseworkers, by account.</summary>
    public StaffNames Caseworkers { get; private set; } = new([]);

    /// <summary>Matches that wait for a yes or no.</summary>
    public IReadOnlyList<OwnMatch> Asked => [.. (Matches.Value?.Items ?? []).Where(m => m.IsAsked)];

    /// <summary>Matches that go on.</summary>
    public IReadOnlyList<OwnMatch> Open => [.. (Matches.Value?.Items ?? []).Where(m => m.IsOpen && !m.IsAsked)];

    /// <summary>Whether a concern was begun for them, and is not sent.</summary>
    public bool HasBegunConcern { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync()
    {
        Title = "Your mentoring";
        var record = Ask.Get<OwnRecord>(Service.Mentor, "/mentors/me");
        var sessions = Ask.Get<Home>(Service.Session, "/me/summary");
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        var young = Ask.Get<IReadOnlyList<Introduced>>(Service.Mentee, "/mentees/introductions");
        Record = await record;
        Matches = await matches;
        Sessions = await sessions is { Value: { } home } read ? read with { Value = home.Now(Matches) } : await sessions;
        Young = (await young).Now(Matches);
        HasBegunConcern = await HttpContext.RequestServices.GetRequiredService<Drafts>().Has(Caller.Account, ConcernDraft.Journey, Gone);
        Caseworkers = await HttpContext.RequestServices.GetRequiredService<AccountsDb>().NamesOf((Sessions.Value?.Matches ?? []).Select(m => m.CaseworkerId is { } id ? new AccountId(id) : (AccountId?)null), Gone);
    }

    /// <summary>Comes back from a break.</summary>
    public async Task<IActionResult> OnPostBackAsync()
    {
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Caller.Mentor}/resume");
        if (outcome.IsDone) return Done("/mentor", "Welcome back. You can be offered to young people again.");
        await OnGetAsync();
        return Refused(outcome);
    }

    /// <summary>What the session service says for a first page.</summary>
    /// <param name="Matches">Matches with their next session.</param>
    /// <param name="ToSay">Sessions that are over and not said to have happened.</param>
    /// <param name="ToReflect">Sessions that happened and have no reflection.</param>
    /// <param name="Drafts">Reflections that are not finished.</param>
    /// <param name="NextSteps">What the mentor wanted to do.</param>
    /// <param name="ToTell">Sessions that happened and of which they have not said how they were.</param>
    public sealed record Home(
        IReadOnlyList<Meeting> Matches, IReadOnlyList<OwnSession> ToSay, IReadOnlyList<OwnSession> ToReflect, IReadOnlyList<Begun> Drafts, IReadOnlyList<Step> NextSteps, IReadOnlyList<OwnSession>? ToTell = null)
    {
        /// <summary>Without what belongs to matches that are over by now.</summary>
        internal Home Now(Part<Listed<OwnMatch>> matches) => this with
        {
            Matches = [.. Matches.Where(m => !matches.IsOver(m.MatchId)).Select(m => m with { Next = matches.Of(m.MatchId) is { MenteeId: null } ? null : m.Next })],
            ToReflect = [.. ToReflect.Where(s => !matches.IsOver(s.MatchId))],
            Drafts = [.. Drafts.Where(d => !matches.IsOver(d.MatchId))],
            NextSteps = [.. NextSteps.Where(s => !matches.IsOver(s.MatchId))],
        };
    }

    /// <summary>A match with its next session.</summary>
    /// <param name="MatchId">The match.</param>
    /// <param name="Begun">Whether the first meeting was.</param>
    /// <param name="Next">The next session.</param>
    /// <param name="CaseworkerId">The young person's caseworker.</param>
    /// <param name="Stopped">Whether the two are not to meet just now.</param>
    public sealed record Meeting(Guid MatchId, bool Begun, OwnSession? Next, Guid? CaseworkerId = null, bool Stopped = false);

    /// <summary>A reflection that is not finished.</summary>
    /// <param name="ReflectionId">The reflection.</param>
    /// <param name="MatchId">The match.</param>
    /// <param name="ChangedAt">When it was last changed.</param>
    public sealed record Begun(Guid ReflectionId, Guid MatchId, DateTimeOffset ChangedAt);

    /// <summary>Something the mentor wanted to do.</summary>
    /// <param name="ReflectionId">Where it stands.</param>
    /// <param name="MatchId">The match.</param>
    /// <param name="Text">What.</param>
    /// <param name="On">By when.</param>
    public sealed record Step(Guid ReflectionId, Guid MatchId, string Text, DateOnly? On);
}
