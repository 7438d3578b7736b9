using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>Pages about how a match goes and how it ends say it in words.</summary>
/// <param name="portal">The portal.</param>
public sealed class RelationshipPageTests(PagePortal portal)
{
    private static readonly object None = new { total = 0, items = Array.Empty<object>() };

    [Fact]
    public async Task A_goals_chart_is_drawn_and_said_in_words_with_every_number()
    {
        var mentee = MenteeId.New();
        object Rated(string on, int score) => new { on, score };
        portal.Sessions.Has(
            "/goals/me",
            new { items = new[] { new { id = Guid.CreateVersion7(), area = "work", words = "Find work.", state = "open", ratings = new[] { Rated("2026-09-01", 2), Rated("2026-10-01", 5), Rated("2026-11-01", 7) } } }, next = (Guid?)null },
            user => user.HasClaim(Claims.MenteeId, mentee.ToString()));
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
        using var page = await young.GetAsync("/me/goals", TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        // What the words beside it say is not said a second time to somebody who listens.
        html.ShouldContain("<svg class=\"chart\" viewBox=\"0 0 560 200\" aria-hidden=\"true\"");
        html.Split("chart__dot").Length.ShouldBe(4);
        var words = PagePortal.Words(html);
        foreach (var said in (string[])["You began at 2 out of 10 on", "you said 7 out of 10", "All the numbers", "1 September 2026: 2 out of 10", "1 October 2026: 5 out of 10", "1 November 2026: 7 out of 10"]) words.ShouldContain(said);
    }

    [Fact]
    public async Task A_caseworkers_first_page_says_what_is_owed_overdue_and_who_is_to_be_talked_with()
    {
        var caseworker = await portal.Member(Roles.Caseworker);
        bool Own(System.Security.Claims.ClaimsPrincipal user) => user.HasClaim("sub", caseworker.Id.ToString());
        object Some(int count, int overdue, string? due) => new
        {
            count,
            overdue,
            first = count == 0 ? [] : new[] { new { matchId = Guid.CreateVersion7(), menteeId = Guid.CreateVersion7(), mentorId = Guid.CreateVersion7(), since = PagePortal.Lately, dueOn = due } },
        };
        var nothing = Some(0, 0, null);
        portal.Matching.Has(
            "/matches/summary",
            new { questions = nothing, waitForMentee = nothing, waitForMentor = nothing, toApprove = nothing, toMeet = nothing, active = nothing, toClose = Some(1, 0, "2026-12-14"), closingOwed = Some(1, 1, "2026-11-10") },
            Own);
        var (match, mentee, mentor) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        portal.Sessions.Has(
            "/sessions/summary",
            new
            {
                checkIns = None,
                checkInsOverdue = 0,
                quiet = None,
                attendanceMissing = None,
                missedTwice = None,
                toldDifferently = None,
                worries = new { total = 1, items = new[] { new { matchId = match, menteeId = mentee, mentorId = mentor, by = "mentee", since = PagePortal.Lately } } },
                signs = new { total = 1, items = new[] { new { matchId = match, menteeId = mentee, mentorId = mentor, lastContactOn = "2026-11-01", signs = new[] { "quiet", "low-pulse" } } } },
            },
            Own);
        using var work = await portal.Browser(caseworker);
        var home = await PagePortal.Words(work, "/work");
        foreach (var said in (string[])["1 closing owed to both", "1 overdue", "1 match to close well", "The next by 14 December 2026", "1 person does not feel safe, or is not sure: talk with them today", "1 match shows signs that it may end early"]) home.ShouldContain(said);
        var meetings = await PagePortal.Words(work, "/work/meetings");
        foreach (var said in (string[])["It stays here until you write down a check-in with them.", "No contact for two weeks and It was not good, they said", "They say nothing about either of the two."]) meetings.ShouldContain(said);
    }
}
