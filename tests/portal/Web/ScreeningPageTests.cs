using System.Net;
using System.Security.Claims;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>The pages on which mentors are screened, and the letter that comes of it.</summary>
/// <param name="portal">The portal.</param>
public sealed class ScreeningPageTests(PagePortal portal)
{
    private static readonly object[] None = [];

    [Fact]
    public async Task An_interview_asks_everybody_the_same_and_sends_what_was_answered()
    {
        var mentor = Guid.CreateVersion7();
        portal.Mentors.Has($"/mentors/{mentor}", Record(mentor), Caseworker);
        portal.Mentors.Has("/screening-rules", Rules(), Caseworker);
        portal.Mentors.Has($"POST /mentors/{mentor}/checks", Record(mentor), Caseworker);
        using var caseworker = await portal.Browser(await portal.Member(Roles.Caseworker));
        var page = $"/work/mentors/{mentor}/checks/interview";
        var words = await PagePortal.Words(caseworker, page);
        words.ShouldContain("They keep boundaries");
        words.ShouldContain("Anything else?");

        var form = new Dictionary<string, string>
        {
            ["Outcome"] = "passed",
            ["DecidedOn.Day"] = "2",
            ["DecidedOn.Month"] = "11",
            ["DecidedOn.Year"] = "2026",
            ["Answers[0].Question"] = "boundaries",
            ["Answers[0].Asked"] = "They keep boundaries",
            ["Answers[0].IsCriterion"] = "true",
            ["Answers[0].IsMet"] = "true",
            ["Answers[0].Words"] = string.Empty,
            ["Answers[1].Question"] = "anything-else",
            ["Answers[1].Asked"] = "Anything else?",
            ["Answers[1].IsCriterion"] = "false",
            ["Answers[1].Words"] = "Nothing at all.",
        };
        using (var refused = await PagePortal.Send(caseworker, page, new FormUrlEncodedContent(form)))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            PagePortal.Words(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldSatisfyAllConditions(t => t.ShouldContain("Say what shows it."), t => t.ShouldContain("Nothing at all."));
        }

        form["Answers[0].Words"] = "Would not lend money.";
        using var sent = await PagePortal.Send(caseworker, page, new FormUrlEncodedContent(form));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var answers = portal.Mentors.Sent($"/mentors/{mentor}/checks").GetProperty("answers").EnumerateArray().Select(a => (a.GetProperty("question").GetString(), a.GetProperty("isMet").ToString(), a.GetProperty("words").GetString()));
        answers.ShouldBe([("boundaries", "True", "Would not lend money."), ("anything-else", string.Empty, "Nothing at all.")]);
    }

    [Fact]
    public async Task Who_proposed_a_clearance_is_not_asked_to_confirm_it_and_a_colleague_is_shown_what_came_to_light()
    {
        var mentor = Guid.CreateVersion7();
        var (one, other) = (await portal.Member(Roles.Caseworker), await portal.Member(Roles.Caseworker));
        portal.Mentors.Has($"/mentors/{mentor}", Record(mentor, proposedBy: one.Id), Caseworker);
        portal.Mentors.Has("/mentors/summary", Summary(mentor, one.Id), Caseworker);
        using (var proposer = await portal.Browser(one))
        {
            var words = await PagePortal.Words(proposer, $"/work/mentors/{mentor}/clear");
            words.ShouldContain("You propose it. A colleague decides.");
            words.ShouldContain("Take it back");
            words.ShouldNotContain("and you decide");
            (await PagePortal.Words(proposer, "/work")).ShouldNotContain("waits for a second person");
        }

        using var colleague = await portal.Browser(other);
        var shown = await PagePortal.Words(colleague, $"/work/mentors/{mentor}/clear");
        shown.ShouldContain("A caution at 17.");
        shown.ShouldContain("A colleague proposes it, and you decide.");
        shown.ShouldContain("Say no");
        (await PagePortal.Words(colleague, "/work")).ShouldContain("waits for a second person to clear them");
        (await PagePortal.Words(colleague, "/work/screening")).ShouldContain("A second person decides");
    }

    [Fact]
    public async Task Whose_clearance_has_ended_is_a_task_on_the_first_page_and_one_that_ends_says_in_how_many_days()
    {
        var mentor = Guid.CreateVersion7();
        portal.Mentors.Has("/mentors/summary", Summary(mentor, null, ended: true, ending: portal.Clock.Today().AddDays(7)), Caseworker);
        using var caseworker = await portal.Browser(await portal.Member(Roles.Caseworker));
        var words = await PagePortal.Words(caseworker, "/work");
        words.ShouldContain("has lost their clearance: renew the check");
        words.ShouldContain("in 7 days");
        (await PagePortal.Words(caseworker, "/work/screening")).ShouldContain("Clearance has ended: renew it, or let them go");
    }

    [Fact]
    public async Task A_mentor_reads_the_letter_and_one_who_is_declined_finds_it_first()
    {
        var mentor = MentorId.New();
        bool Own(ClaimsPrincipal user) => user.HasClaim(Mentoring.Shared.Claims.MentorId, mentor.ToString());
        portal.Mentors.Has("/mentors/me", new
        {
            mentorId = mentor.Value,
            firstName = "Ada",
            lastName = "Quill",
            email = "ada@people.example",
            stage = "ended",
            letterOn = "2026-11-20",
            application = new { parts = None, maySign = false },
            profile = new { about = "", goalAreas = None, interests = None, dislikes = None, talkStyles = None, languages = None, traits = None, inPerson = true, online = true, capacity = 1 },
            availability = new { zone = "Europe/London", weekly = None, exceptions = None },
        }, Own);
        portal.Mentors.Has("/mentors/me/letter", new { decision = "declined", on = "2026-11-20", paragraphs = new[] { "We are sorry.", "The reason: the interview." }, criteria = new[] { "Identity" }, askAgainUntil = "2026-12-18" }, Own);
        using var browser = await portal.Browser(await portal.Member(Roles.Mentor, mentor: mentor));
        (await PagePortal.Words(browser, "/mentor")).ShouldContain("There is a letter for you");
        var letter = await PagePortal.Words(browser, "/mentor/letter");
        letter.ShouldContain("What we decided");
        letter.ShouldContain("The reason: the interview.");
        letter.ShouldContain("Download my data");
        using var stranger = await portal.Browser(await portal.Member(Roles.Mentor, mentor: MentorId.New()));
        await PagePortal.Words(stranger, "/mentor/letter", HttpStatusCode.NotFound);
    }

    private static bool Caseworker(ClaimsPrincipal user) => Neighbour.Is(user, Roles.Caseworker);

    private static object[] Rules() =>
    [
        new
        {
            role = "one-to-one-mentor", words = "one-to-one mentor", youngestAge = 0,
            checks = new[]
            {
                new
                {
                    kind = "interview", words = "interview", level = "none", leastMinutes = (int?)null,
                    questions = new[] { new { name = "boundaries", words = "They keep boundaries", isCriterion = true }, new { name = "anything-else", words = "Anything else?", isCriterion = false } },
                },
            },
        },
    ];

    private static object Summary(Guid mentor, Guid? proposedBy, bool ended = false, DateOnly? ending = null)
    {
        var person = new { mentorId = mentor, firstName = "Ada", lastName = "Quill", since = PagePortal.Lately, stillNeeded = ended ? new[] { "training" } : [], waitsOn = "programme", proposedBy };
        return new
        {
            stages = None,
            applied = None,
            screening = new[] { person },
            openInterests = 0,
            clearancesEnded = ended ? new[] { person } : [],
            clearancesEndedCount = ended ? 1 : 0,
            clearancesEnding = ending is { } day ? new[] { new { mentorId = Guid.CreateVersion7(), firstName = "Ben", lastName = "Stone", clearedUntil = day } } : [],
            clearancesEndingCount = ending is null ? 0 : 1,
        };
    }

    private static object Record(Guid mentor, Guid? proposedBy = null) => new
    {
        mentorId = mentor,
        partnerId = (Guid?)null,
        firstName = "Ada",
        lastName = "Quill",
        email = "ada@people.example",
        phone = (string?)null,
        jobTitle = (string?)null,
        dateOfBirth = "1986-05-03",
        registeredAt = PagePortal.Lately,
        stage = "screening",
        clearedUntil = (DateOnly?)null,
        signedAgreement = "2026-2",
        role = "one-to-one-mentor",
        needsTwo = proposedBy is not null,
        proposedBy,
        referees = None,
        trainings = None,
        stillNeeded = None,
        checks = new[] { new { number = 1, kind = "dbs", level = "enhanced-with-barred-list", outcome = "passed", decidedOn = "2026-11-02", validUntil = "2029-11-02", note = (string?)null, recordedBy = Guid.CreateVersion7(), recordedAt = PagePortal.Lately, hasFinding = true, finding = "A caution at 17.", answers = None } },
        profile = new { about = "", goalAreas = None, interests = None, talkStyles = None, languages = None, traits = None, postcode = (string?)null, inPerson = true, online = true, capacity = 1 },
        availability = new { weekly = None },
    };
}
