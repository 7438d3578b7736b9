using System.Net;
using System.Security.Claims;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Portal.Tests.Web;

/// <summary>A match has ended, or contact in it is paused, and of all services only the one that decided it knows so far: the next page shows nothing of the other.</summary>
/// <param name="portal">The portal.</param>
public sealed class ApartTests(PagePortal portal)
{
    private const string Name = "Wrenna";
    private const string Room = "https://video.example/room-of-the-two";
    private const string Goal = "Save for a bike";
    private const string Thought = "I rang them on my own.";
    private const string Part = "The last bus is gone";
    private const string Step = "Ask what they made of the letter";

    private static readonly object Nothing = new { items = Array.Empty<object>(), next = (Guid?)null };

    private DateTimeOffset Soon => portal.Clock.GetUtcNow().AddMinutes(-10);

    /// <summary>A mentor's one match, as matching tells them.</summary>
    internal static object Matches(Guid match, Guid mentee, string state, bool paused = false, Guid? caseworker = null) => new
    {
        items = new[]
        {
            new
            {
                matchId = match,
                menteeId = paused || state == "ended" ? (Guid?)null : mentee,
                state,
                says = "What matching says.",
                reasons = Array.Empty<string>(),
                waysToMeet = new[] { "online" },
                askedAt = PagePortal.Lately,
                overAt = state == "ended" ? PagePortal.Lately : (DateTimeOffset?)null,
                caseworkerId = caseworker,
                contactPaused = paused,
            },
        },
        next = (Guid?)null,
    };

    private sealed record Pair(Guid Match, Guid Mentee, Guid Session, Guid Reflection, HttpClient Mentor)
    {
        public IReadOnlyList<string> Pages { get; } =
        [
            "/mentor", "/mentor/matches", $"/mentor/matches/{Match}", $"/mentor/matches/{Match}/book", $"/mentor/matches/{Match}/shared", "/mentor/sessions", "/mentor/sessions?past=true",
            $"/mentor/sessions/{Session}", $"/mentor/sessions/{Session}/calendar", $"/mentor/sessions/{Session}/move", "/mentor/reflections", $"/mentor/reflections/{Reflection}", $"/mentor/reflections/{Reflection}/write",
            $"/mentor/reflections/{Reflection}/delete",
        ];
    }

    /// <summary>A mentor of whom every service but matching says that all goes on.</summary>
    private async Task<Pair> Lagging(Func<Guid, Guid, object> matches)
    {
        var (mentor, match, mentee, session, reflection) = (MentorId.New(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        bool Own(ClaimsPrincipal user) => user.HasClaim(Claims.MentorId, mentor.ToString());
        object AtSix(string state, Guid id) => new { id, matchId = match, menteeId = mentee, mentorId = mentor.Value, startsAt = Soon, endsAt = Soon.AddHours(1), how = "video", placeId = (Guid?)null, videoLink = Room, state, proposal = (object?)null, cancelledBy = (string?)null, cancelledWhy = (string?)null, youSayHeld = (bool?)null };
        var thought = new { id = reflection, matchId = match, sessionId = (Guid?)null, sessionAt = (DateTimeOffset?)null, what = "About them: " + Thought, soWhat = (string?)null, nowWhat = (string?)null, nextStep = new { text = Step, on = (DateOnly?)null, doneAt = (DateTimeOffset?)null }, finished = true, shared = false, startedAt = PagePortal.Lately };
        portal.Mentees.Has("/mentees/introductions", new[] { new { id = mentee, firstName = Name, goalAreas = new[] { "money" }, goalsInMyWords = Goal } }, Own);
        portal.Mentees.Has($"/mentees/{mentee}/introduction", new { id = mentee, firstName = Name, goalAreas = new[] { "money" }, goalsInMyWords = Goal, safetyPlan = new[] { new { whatCouldHappen = Part, whatWeDo = "We meet at the library.", who = "Both", until = "2027-02-01" } } }, Own);
        portal.Matching.Has("/mentors/me/matches", matches(match, mentee), Own);
        portal.Sessions.Has("/me/summary", new
        {
            matches = new[] { new { matchId = match, menteeId = mentee, caseworkerId = (Guid?)null, begun = true, ending = false, stopped = false, next = AtSix("booked", session), lastHeld = (DateTimeOffset?)null } },
            toSay = new[] { AtSix("booked", Guid.CreateVersion7()) },
            toReflect = Array.Empty<object>(),
            toTell = Array.Empty<object>(),
            drafts = Array.Empty<object>(),
            nextSteps = new[] { new { reflectionId = reflection, matchId = match, text = Step, on = (DateOnly?)null } },
        }, Own);
        portal.Sessions.Has("/sessions/me", new { items = new[] { AtSix("booked", session) }, next = (Guid?)null }, Own);
        portal.Sessions.Has($"/sessions/{session}", AtSix("booked", session), Own);
        portal.Sessions.Has($"/sessions/{session}/calendar", "BEGIN:VCALENDAR " + Room, Own);
        portal.Sessions.Has($"/matches/{match}/slots", new { slots = new[] { new { startsAt = Soon.AddDays(2), endsAt = Soon.AddDays(2).AddHours(1), ways = new[] { "video" } } }, why = (string?)null, note = (string?)null }, Own);
        portal.Sessions.Has($"/matches/{match}/reflections", SharedThoughtTests.Shared(Thought), Own);
        portal.Sessions.Has($"/mentees/{mentee}/goals", new { items = new[] { new { id = Guid.CreateVersion7(), area = "money", words = Goal, state = "open", ratings = Array.Empty<object>() } }, next = (Guid?)null }, Own);
        portal.Sessions.Has("/reflections/me", new { items = new[] { thought }, next = (Guid?)null }, Own);
        portal.Sessions.Has($"/reflections/{reflection}", thought, Own);
        portal.Sessions.Has("/places", new { places = Array.Empty<object>() }, Own);
        return new(match, mentee, session, reflection, await portal.Browser(await portal.Member(Roles.Mentor, mentor: mentor)));
    }

    private static async Task<string> Read(Pair pair, string page)
    {
        using var answer = await pair.Mentor.Get(page);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Found);
        var calls = answer.Headers.TryGetValues("Server-Timing", out var timing) ? timing.Single() : string.Empty;
        if (answer.StatusCode != HttpStatusCode.Found && answer.Content.Headers.ContentType?.MediaType == "text/html") calls.ShouldMatch("calls;desc=\"[0-4]\"", $"{page} makes four calls at most");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Otherwise the tests below would pass where nothing is shown to anybody.</summary>
    [Fact]
    public async Task While_it_goes_on_all_of_it_is_shown()
    {
        var pair = await Lagging((match, mentee) => Matches(match, mentee, "active"));
        using var mentor = pair.Mentor;
        var all = string.Concat(await Task.WhenAll(pair.Pages.Select(page => Read(pair, page))));
        foreach (var what in (string[])[Name, Room, Goal, Thought, Part, Step]) all.ShouldContain(what);
        (await PagePortal.Words(mentor, $"/mentor/matches/{pair.Match}")).ShouldContain("Book a session");
    }

    [Fact]
    public async Task On_the_next_page_after_the_end_a_mentor_finds_nothing_of_the_young_person()
    {
        var pair = await Lagging((match, mentee) => Matches(match, mentee, "ended"));
        using var mentor = pair.Mentor;
        foreach (var page in pair.Pages)
        {
            var html = await Read(pair, page);
            foreach (var what in (string[])[Name, Room, Goal, Thought, Part, Step, pair.Mentee.ToString()]) html.ShouldNotContain(what, Case.Insensitive, page);
        }

        foreach (var page in (string[])[$"/mentor/matches/{pair.Match}/book", $"/mentor/matches/{pair.Match}/shared", $"/mentor/sessions/{pair.Session}/move", $"/mentor/sessions/{pair.Session}/calendar", $"/mentor/reflections/{pair.Reflection}"])
            await mentor.Get(page).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_contact_is_paused_a_mentor_finds_nothing_of_the_young_person_and_nothing_to_book_but_whom_to_ask()
    {
        var caseworker = await portal.Member(Roles.Caseworker);
        var pair = await Lagging((match, mentee) => Matches(match, mentee, "active", paused: true, caseworker.Id));
        using var mentor = pair.Mentor;
        foreach (var page in pair.Pages)
        {
            var html = await Read(pair, page);
            foreach (var what in (string[])[Name, Room, Goal, Part, pair.Mentee.ToString()]) html.ShouldNotContain(what, Case.Insensitive, page);
            html.ShouldNotContain($"/mentor/matches/{pair.Match}/book\"", Case.Insensitive, page);
        }

        foreach (var page in (string[])[$"/mentor/matches/{pair.Match}", $"/mentor/matches/{pair.Match}/book"])
        {
            var words = await PagePortal.Words(mentor, page);
            words.ShouldContain("The programme has paused contact", customMessage: page);
            words.ShouldContain("Please do not meet, write or ring", customMessage: page);
            words.ShouldContain(caseworker.Name!, customMessage: page);
            words.ShouldNotContain("Press a time", customMessage: page);
        }

        (await PagePortal.Words(mentor, "/mentor")).ShouldContain("has paused contact");
        (await mentor.Get($"/mentor/matches/{pair.Match}/shared").ShouldBe(HttpStatusCode.Found)).Headers.Location!.OriginalString.ShouldBe($"/mentor/matches/{pair.Match}");
    }

    /// <summary>Without matching's word nobody's name or words are shown; that two who meet now find their room does not hang on it.</summary>
    [Fact]
    public async Task Where_matching_does_not_answer_no_name_is_shown()
    {
        var pair = await Lagging((_, _) => new { items = "not to be read" });
        using var mentor = pair.Mentor;
        foreach (var page in pair.Pages)
        {
            var html = await Read(pair, page);
            foreach (var what in (string[])[Name, Goal, Part]) html.ShouldNotContain(what, Case.Insensitive, page);
        }

        (await PagePortal.Words(mentor, $"/mentor/matches/{pair.Match}/shared")).ShouldNotContain(Thought);
        (await PagePortal.Words(mentor, $"/mentor/sessions/{pair.Session}")).ShouldContain("Join the video call");
    }

    /// <summary>What the young person reads while contact is paused, also where matching has not heard of it: kind, without a name, with nothing to plan.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_young_person_reads_kindly_that_they_do_not_have_to_meet(bool isHeardByMatching)
    {
        var (mentee, mentor, match, session) = (MenteeId.New(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        bool Own(ClaimsPrincipal user) => user.HasClaim(Claims.MenteeId, mentee.ToString());
        portal.Mentees.Has("/mentees/me", CaseworkerTests.Young(mentee), Own);
        portal.Mentors.Has("/mentors/introductions", new[] { new { mentorId = mentor, firstName = Name, about = Goal, goalAreas = Array.Empty<string>(), interests = Array.Empty<string>(), languages = Array.Empty<string>(), inPerson = true, online = true } }, Own);
        portal.Sessions.Has("/me/summary", new { matchId = match, mentorId = (Guid?)null, ending = false, stopped = true }, Own);
        portal.Sessions.Has("/sessions/me", Nothing, Own);
        portal.Sessions.Has($"/sessions/{session}", new { id = session, matchId = match, menteeId = mentee.Value, mentorId = (Guid?)null, startsAt = Soon, endsAt = Soon.AddHours(1), how = "phone", state = "booked" }, Own);
        portal.Sessions.Has("/places", new { places = Array.Empty<object>() }, Own);
        portal.Matching.Has("/mentees/me/offers", Nothing, Own);
        portal.Matching.Has("/mentees/me/matches", new
        {
            items = new[] { new { matchId = match, mentorId = isHeardByMatching ? (Guid?)null : mentor, state = "active", says = isHeardByMatching ? "You do not have to meet just now. You did nothing wrong." : "This is your mentor. You can plan times to meet.", reasons = Array.Empty<string>(), waysToMeet = Array.Empty<string>(), questions = Array.Empty<object>(), contactPaused = isHeardByMatching } },
            next = (Guid?)null,
        }, Own);
        using var young = await portal.Browser(await portal.Member(Roles.Mentee, mentee: mentee));
        foreach (var page in (string[])["/me", "/me/mentor", "/me/sessions", "/me/sessions/book"])
        {
            var words = await PagePortal.Words(young, page);
            words.ShouldContain("You do not have to meet just now", customMessage: page);
            words.ShouldContain("You did nothing wrong", customMessage: page);
            words.ShouldNotContain(Name, customMessage: page);
            words.ShouldNotContain(Goal, customMessage: page);
            words.ShouldNotContain("plan a time", Case.Insensitive, page);
        }

        (await young.Get($"/me/sessions/book/way?at={Uri.EscapeDataString(Soon.AddDays(2).ToString("O"))}").ShouldBe(HttpStatusCode.Found)).Headers.Location!.OriginalString.ShouldBe("/me/sessions/book");
        var one = await PagePortal.Words(young, $"/me/sessions/{session}");
        one.ShouldNotContain(Name);
        one.ShouldNotContain("rings you");
        (await PagePortal.Words(young, "/me/mentor")).ShouldContain("I want to stop meeting", customMessage: "to stop is always as easy");
    }
}
