using System.Security.Claims;
using Mentoring.Shared;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>What young people and their caseworkers are told of each other, and that it is so.</summary>
/// <param name="portal">The portal.</param>
public sealed class CaseworkerTests(PagePortal portal)
{
    /// <summary>"Your caseworker can read your goals and what you share."</summary>
    [Fact]
    public async Task A_caseworker_reads_the_goals_and_the_thoughts_that_are_shared()
    {
        var (mentee, match) = (MenteeId.New(), Guid.CreateVersion7());
        portal.Mentees.Has($"/mentees/{mentee}", Young(mentee), Caseworker);
        portal.Matching.Has($"/mentees/{mentee}/matches", new { items = new[] { Match(mentee, match) }, next = (Guid?)null }, Caseworker);
        portal.Sessions.Has($"/mentees/{mentee}/goals", new { items = new[] { new { id = Guid.CreateVersion7(), area = "work", words = "Find work with animals.", state = "open", ratings = new[] { new { on = "2026-11-20", score = 4 } } } }, next = (Guid?)null }, Caseworker);
        portal.Sessions.Has($"/matches/{match}/reflections", SharedThoughtTests.Shared("I rang them on my own."), Caseworker);
        using var caseworker = await portal.Browser(await portal.Member(Roles.Caseworker));
        var words = await PagePortal.Words(caseworker, $"/work/mentees/{mentee}/goals");
        words.ShouldContain("Find work with animals.");
        words.ShouldContain("4 out of 10");
        words.ShouldContain("I rang them on my own.");
        words.ShouldContain("By Riley");
    }

    /// <summary>Whom to ask, and how.</summary>
    [Fact]
    public async Task A_young_person_reads_who_their_caseworker_is_and_how_to_reach_them()
    {
        var (mentee, email) = (MenteeId.New(), $"{Guid.CreateVersion7()}@council.example");
        var worker = await portal.Member(Roles.Caseworker, email);
        await portal.Db(async db =>
        {
            db.Attach(worker);
            worker.Name = "Avery Stone";
            await db.SaveChangesAsync();
        });
        portal.Mentees.Has("/mentees/me", Young(mentee, worker.Id), user => user.HasClaim(Mentoring.Shared.Claims.MenteeId, mentee.ToString()));
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
        foreach (var page in (string[])["/me", "/me/safety-plan", "/me/choices"])
            (await PagePortal.Words(young, page)).ShouldContain($"Your caseworker is Avery Stone. Write to {email} .", customMessage: page);
    }

    /// <summary>The mentor's first page names the caseworker, and says no more of them.</summary>
    [Fact]
    public async Task A_mentor_reads_the_name_of_the_caseworker_of_each_match()
    {
        var (mentor, match) = (MentorId.New(), Guid.CreateVersion7());
        var worker = await portal.Member(Roles.Caseworker);
        await portal.Db(async db =>
        {
            db.Attach(worker);
            worker.Name = "Noor Lind";
            await db.SaveChangesAsync();
        });
        bool Own(ClaimsPrincipal user) => user.HasClaim(Mentoring.Shared.Claims.MentorId, mentor.ToString());
        var none = Array.Empty<object>();
        portal.Sessions.Has("/me/summary", new { matches = new[] { new { matchId = match, begun = true, next = (object?)null, caseworkerId = worker.Id } }, toSay = none, toReflect = none, drafts = none, nextSteps = none }, Own);
        portal.Matching.Has("/mentors/me/matches", new { items = new[] { new { matchId = match, menteeId = Guid.CreateVersion7(), state = "active", says = "You meet.", waysToMeet = none, askedAt = PagePortal.Lately, overAt = (DateTimeOffset?)null } }, next = (Guid?)null }, Own);
        using var browser = await portal.Browser(await portal.Member(Roles.Mentor, mentor: mentor));
        var words = await PagePortal.Words(browser, "/mentor");
        words.ShouldContain("Caseworker: Noor Lind");
        words.ShouldNotContain(worker.Email!);
    }

    /// <summary>Their home says what their mentor's page says.</summary>
    [Fact]
    public async Task An_approved_match_is_a_match_on_the_first_page_too()
    {
        var (mentee, mentor) = (MenteeId.New(), Guid.CreateVersion7());
        bool Own(ClaimsPrincipal user) => user.HasClaim(Mentoring.Shared.Claims.MenteeId, mentee.ToString());
        portal.Mentees.Has("/mentees/me", Young(mentee), Own);
        portal.Sessions.Has("/me/summary", new { matchId = (Guid?)null, mentorId = (Guid?)null, approvedMentorId = mentor }, Own);
        portal.Matching.Has("/mentees/me/offers", new { items = Array.Empty<object>(), next = (Guid?)null }, Own);
        portal.Mentors.Has("/mentors/introductions", new[] { new { mentorId = mentor, firstName = "Perry", about = (string?)null, goalAreas = Array.Empty<string>(), interests = Array.Empty<string>(), languages = Array.Empty<string>(), inPerson = true, online = true } }, Own);
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
        var words = await PagePortal.Words(young, "/me");
        words.ShouldContain("It is a match You and Perry.");
        words.ShouldNotContain("You said yes to");
    }

    /// <summary>Nobody who is not to meet is asked to plan a time, on any of the pages from which one can.</summary>
    [Fact]
    public async Task Who_is_not_to_meet_just_now_is_not_asked_to_plan_a_time()
    {
        var (mentee, mentor, match) = (MenteeId.New(), Guid.CreateVersion7(), Guid.CreateVersion7());
        bool Own(ClaimsPrincipal user) => user.HasClaim(Mentoring.Shared.Claims.MenteeId, mentee.ToString());
        var nothing = new { items = Array.Empty<object>(), next = (Guid?)null };
        portal.Mentees.Has("/mentees/me", Young(mentee), Own);
        portal.Sessions.Has("/me/summary", new { matchId = match, mentorId = mentor, ending = false, stopped = true }, Own);
        portal.Sessions.Has("/sessions/me", nothing, Own);
        portal.Matching.Has("/mentees/me/offers", nothing, Own);
        portal.Matching.Has("/mentees/me/matches", new { items = new[] { new { matchId = match, mentorId = mentor, state = "active", says = "This is your mentor. You can plan times to meet.", reasons = Array.Empty<string>(), waysToMeet = Array.Empty<string>(), questions = Array.Empty<object>() } }, next = (Guid?)null }, Own);
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
        foreach (var page in (string[])["/me", "/me/mentor", "/me/sessions", "/me/sessions/book"])
        {
            var words = await PagePortal.Words(young, page);
            words.ShouldContain("You do not have to meet just now", customMessage: page);
            words.ShouldNotContain("plan a time", Case.Insensitive, page);
            words.ShouldNotContain("plan times", Case.Insensitive, page);
        }
    }

    /// <summary>A form that was opened before the match was over is heard all the same.</summary>
    [Fact]
    public async Task That_somebody_does_not_feel_safe_is_heard_from_a_form_that_was_sent_after_the_end()
    {
        var (mentee, match) = (MenteeId.New(), Guid.CreateVersion7());
        bool Own(ClaimsPrincipal user) => user.HasClaim(Mentoring.Shared.Claims.MenteeId, mentee.ToString());
        portal.Matching.Has("/mentees/me/offers", new { items = Array.Empty<object>(), next = (Guid?)null }, Own);
        portal.Matching.Has("/mentees/me/matches", new { items = new[] { new { matchId = match, mentorId = (Guid?)null, state = "ended", says = "This match is over.", reasons = Array.Empty<string>(), waysToMeet = Array.Empty<string>(), questions = Array.Empty<object>() } }, next = (Guid?)null }, Own);
        portal.Matching.Has($"POST /matches/{match}/ending", new { matchId = match, state = "ended", says = "We heard you." }, Own);
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
        (await PagePortal.Words(young, $"/me/mentor/{match}/stop")).ShouldContain("Tell us about your worry");
        using var sent = await PagePortal.Send(young, $"/me/mentor/{match}/stop", new FormUrlEncodedContent([new("Cause", "safety"), new("Why", "It was not fine.")]));
        sent.Headers.Location!.OriginalString.ShouldBe("/concern");
        PagePortal.Words(await PagePortal.Then(young, sent)).ShouldContain("It was not fine.");
    }

    private static bool Caseworker(ClaimsPrincipal user) => Neighbour.Is(user, Roles.Caseworker);

    internal static object Young(MenteeId id, Guid? caseworker = null) => new
    {
        id = id.Value,
        firstName = "Riley",
        lastName = "Fen",
        dateOfBirth = "2008-03-04",
        email = (string?)null,
        phone = (string?)null,
        howToReach = (string?)null,
        standing = new { stage = "ready", readyUntil = "2027-01-01", stillNeeded = Array.Empty<string>(), whatYouCanDo = Array.Empty<string>() },
        caseworkerId = caseworker,
        referredAt = PagePortal.Lately,
        referredThemselves = false,
        referralNote = (string?)null,
        consents = Array.Empty<object>(),
        profile = (object?)null,
        riskAssessment = (object?)null,
        leftAt = (DateTimeOffset?)null,
    };

    internal static object Match(MenteeId mentee, Guid match) => new
    {
        matchId = match,
        menteeId = mentee.Value,
        mentorId = Guid.CreateVersion7(),
        state = "active",
        suggestion = new { policyVersion = 1, score = 50, factors = Array.Empty<object>(), waysToMeet = Array.Empty<string>(), notUsed = Array.Empty<string>() },
        offeredBy = Guid.CreateVersion7(),
        offeredAt = PagePortal.Lately,
        questions = Array.Empty<object>(),
        approval = Array.Empty<object>(),
        agreedByMenteeAt = (DateTimeOffset?)null,
        agreedByMentorAt = (DateTimeOffset?)null,
        approvedAt = (DateTimeOffset?)null,
        approvedBy = (Guid?)null,
        firstMeeting = (object?)null,
        activeAt = PagePortal.Lately,
        endingAt = (DateTimeOffset?)null,
        endingKind = (string?)null,
        overAt = (DateTimeOffset?)null,
        overBy = (string?)null,
        overBecause = (string?)null,
        closingOwed = false,
        closing = (object?)null,
    };
}
