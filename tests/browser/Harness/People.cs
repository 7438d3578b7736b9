using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Mentoring.Testing;
using Microsoft.Playwright;
using Shouldly;
using Person = Mentoring.Demo.Person;

namespace Mentoring.Browser.Tests;

/// <summary>Somebody with an account.</summary>
/// <param name="FirstName">The first name.</param>
/// <param name="LastName">The last name, like nobody else's.</param>
/// <param name="Email">The e-mail address, like nobody else's.</param>
/// <param name="Api">Calls the services as them.</param>
/// <param name="Id">Their id as a mentor or a mentee; for staff that of the account; for a coordinator that of the partner.</param>
public sealed record Member(string FirstName, string LastName, string Email, Person Api, Guid Id)
{
    /// <summary>First and last name.</summary>
    public string Name => $"{FirstName} {LastName}";

    public override string ToString() => Name;
}

/// <summary>
/// Makes people and brings them as far as a story needs, through the real APIs, each step by the person whose step it is.
/// All signing in that is not itself the story is here.
/// </summary>
public sealed class People
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "paper boats on the canal";

    /// <summary>The PIN of every young person.</summary>
    public const string Pin = "258014";

    /// <summary>The cookie in which a browser holds the handle of its sign-in.</summary>
    public const string Cookie = "__Host-mentoring";

    private static readonly string[] Checks = ["identity", "first-reference", "second-reference", "dbs", "interview", "training", "agreement"];
    private readonly Demo.Platform platform;
    private readonly ConcurrentBag<string> personal = [];
    private int made;

    private People(Demo.Platform platform, Member administrator, Guid place) => (this.platform, Administrator, Place) = (platform, administrator, place);

    /// <summary>The one safe place on the list, the Central Library café.</summary>
    public Guid Place { get; }

    /// <summary>The first administrator.</summary>
    public Member Administrator { get; }

    /// <summary>What may never stand in an address: everybody's last name and e-mail address.</summary>
    public IReadOnlyCollection<string> Personal => personal;

    /// <summary>Signs a browser in without the pages of signing in.</summary>
    public static async Task SignIn(Visitor visitor, Member member)
    {
        await visitor.Context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = Cookie, Value = member.Api.Session, Url = $"https://{visitor.System.Portal.Authority}", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
        visitor.Member = member;
    }

    internal static async Task<People> Begin(Demo.Platform platform)
    {
        var person = await Person.Join(platform, Installation.AdministratorEmail, Password, Cancel);
        var place = await person.Post("session", "/places", new { name = "Central Library café", howToFind = "Bishop Street. Wait at the tables by the window.", outwardPostcode = "LE1" }, null, Cancel);
        return new(platform, new("Ada", "Administrator", Installation.AdministratorEmail, person, person.Account), place.GetProperty("id").GetGuid());
    }

    // ---- staff

    /// <summary>A partner with a coordinator.</summary>
    public async Task<Member> NewCoordinator(string? partnerName = null)
    {
        var (first, last, email) = Somebody("Cora");
        var partner = (await Administrator.Api.Post("mentor", "/partners", new { name = partnerName ?? $"{last} & Daughters" }, null, Cancel)).GetProperty("partnerId").GetGuid();
        await Administrator.Api.Post("portal", "/api/invitations", new { role = "coordinator", partnerId = partner, email, name = $"{first} {last}" }, null, Cancel);
        return new(first, last, email, await Join(email), partner);
    }

    /// <summary>A caseworker.</summary>
    public Task<Member> NewCaseworker() => Staff("caseworker", "Cass");

    /// <summary>A safeguarding lead.</summary>
    public Task<Member> NewLead() => Staff("safeguarding-lead", "Sage");

    /// <summary>Another administrator.</summary>
    public Task<Member> NewAdministrator() => Staff("administrator", "Adil");

    // ---- mentors

    /// <summary>A mentor registered by the coordinator, with a code in the mail and no account yet: who they will be.</summary>
    public async Task<(string FirstName, string LastName, string Email, Guid Id)> RegisterMentor(Member coordinator, string firstName = "Marlow")
    {
        var (first, last, email) = Somebody(firstName);
        var registered = await coordinator.Api.Post("mentor", $"/partners/{coordinator.Id}/mentors", new
        {
            firstName = first,
            lastName = last,
            email,
            jobTitle = "Baker",
            dateOfBirth = "1988-07-03",
            about = "I listen more than I talk.",
            goalAreas = new[] { "confidence", "money" },
            interests = new[] { "baking", "football" },
            languages = new[] { "en" },
            postcode = "LE2 7FL",
            inPerson = true,
            online = true,
            capacity = 2,
        }, null, Cancel);
        return (first, last, email, registered.GetProperty("mentorId").GetGuid());
    }

    /// <summary>A mentor with an account who has not applied yet.</summary>
    public async Task<Member> InvitedMentor(Member coordinator, string firstName = "Marlow")
    {
        var (first, last, email, id) = await RegisterMentor(coordinator, firstName);
        await coordinator.Api.Post("portal", "/api/invitations", new { role = "mentor", personId = id }, null, Cancel);
        return new(first, last, email, await Join(email), id);
    }

    /// <summary>A mentor who has said when they are free, has signed and has applied.</summary>
    public async Task<Member> AppliedMentor(Member coordinator, string firstName = "Marlow")
    {
        var mentor = await InvitedMentor(coordinator, firstName);
        await mentor.Api.Put("mentor", $"/mentors/{mentor.Id}/availability", new { zone = "Europe/London", weekly = EveryDay }, Cancel);
        await mentor.Api.Put("mentor", $"/mentors/{mentor.Id}/referees", new
        {
            referees = new[]
            {
                new { name = "Odette Larkin", howTheyKnowYou = "We ran a youth football team together.", email = "odette.larkin@referees.example", notARelative = true },
                new { name = "Ivo Brand", howTheyKnowYou = "My manager at my last job.", email = "ivo.brand@referees.example", notARelative = true },
            },
        }, Cancel);
        await mentor.Api.Put("mentor", $"/mentors/{mentor.Id}/training", new { trainings = new[] { new { name = "Safeguarding basics", doneOn = Today.AddDays(-20) } } }, Cancel);
        var agreement = await mentor.Api.Get("mentor", "/agreement", Cancel);
        await mentor.Api.Post("mentor", $"/mentors/{mentor.Id}/application", new { agreementVersion = agreement.GetProperty("version").GetString() }, null, Cancel);
        return mentor;
    }

    /// <summary>A mentor with every check passed, cleared.</summary>
    public async Task<Member> ClearedMentor(Member coordinator, Member caseworker, string firstName = "Marlow")
    {
        var mentor = await AppliedMentor(coordinator, firstName);
        foreach (var kind in Checks) await Check(caseworker, mentor, kind);
        await caseworker.Api.Post("mentor", $"/mentors/{mentor.Id}/clearance", null, null, Cancel);
        return mentor;
    }

    /// <summary>Records a check of a mentor as passed.</summary>
    public static async Task Check(Member caseworker, Member mentor, string kind, string? finding = null)
    {
        var rule = (await caseworker.Api.Get("mentor", "/screening-rules", Cancel))[0].GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("kind").GetString() == kind);
        await caseworker.Api.Post("mentor", $"/mentors/{mentor.Id}/checks", new
        {
            kind,
            level = rule.GetProperty("level"),
            minutes = rule.GetProperty("leastMinutes"),
            outcome = "passed",
            decidedOn = Today.AddDays(-1),
            answers = rule.GetProperty("questions").EnumerateArray().Select(q => new { question = q.GetProperty("name"), isMet = q.GetProperty("isCriterion").GetBoolean() ? true : (bool?)null, words = "Six years, in the same choir." }),
            finding,
        }, null, Cancel);
    }

    // ---- young people

    /// <summary>A young person referred by the caseworker, without an account.</summary>
    public async Task<(string FirstName, string LastName, string Email, Guid Id)> ReferMentee(Member caseworker, string firstName = "Robin")
    {
        var (first, last, email) = Somebody(firstName);
        var referred = await caseworker.Api.Post("mentee", "/mentees", new { firstName = first, lastName = last, dateOfBirth = "2008-04-17", email }, null, Cancel);
        return (first, last, email, referred.GetProperty("id").GetGuid());
    }

    /// <summary>A young person with an account, who has not agreed to anything yet.</summary>
    public async Task<Member> InvitedMentee(Member caseworker, string firstName = "Robin")
    {
        var (first, last, email, id) = await ReferMentee(caseworker, firstName);
        await caseworker.Api.Post("portal", "/api/invitations", new { role = "mentee", personId = id }, null, Cancel);
        return new(first, last, email, await JoinYoung(email), id);
    }

    /// <summary>A young person who is ready: profile, consent and a safety plan that both have signed.</summary>
    public async Task<Member> ReadyMentee(Member caseworker, string firstName = "Robin")
    {
        var mentee = await InvitedMentee(caseworker, firstName);
        await mentee.Api.Put("mentee", $"/mentees/{mentee.Id}/profile", new
        {
            goalAreas = new[] { "confidence", "money" },
            interests = new[] { "football", "music" },
            dislikes = new[] { "running" },
            talkStyles = new[] { "walk-and-talk" },
            languages = new[] { "en" },
            preferences = Array.Empty<object>(),
            avoidPartners = Array.Empty<Guid>(),
            outwardPostcode = "LE2",
            inPerson = true,
            online = true,
            zone = "Europe/London",
            weekly = EveryDay,
            goalsInMyWords = "I want somebody on my side who tells me straight.",
        }, Cancel);
        var statement = await mentee.Api.Get("mentee", "/consent-statement", Cancel);
        await mentee.Api.Post("mentee", $"/mentees/{mentee.Id}/consent", new { statementVersion = statement.GetProperty("version").GetString(), agreed = true }, null, Cancel);
        var plan = await caseworker.Api.Put("mentee", $"/mentees/{mentee.Id}/risk-assessment", new
        {
            risks = new[] { new { whatCouldHappen = "Meeting somebody new feels like too much.", likelihood = 3, impact = 2, whatWeDo = "The first meeting is short and we are all there.", who = $"{mentee.FirstName} and {caseworker.FirstName}" } },
            youngPersonsWords = "I can say stop.",
            reviewOn = Today.AddMonths(5),
        }, Cancel);
        var version = plan.GetProperty("version").GetInt32();
        await caseworker.Api.Post("mentee", $"/mentees/{mentee.Id}/risk-assessment/signature", new { version }, null, Cancel);
        await mentee.Api.Post("mentee", $"/mentees/{mentee.Id}/risk-assessment/signature", new { version }, null, Cancel);
        return mentee;
    }

    // ---- matches

    /// <summary>Offers mentors to a young person, as soon as matching has heard of them all; the ids of the matches, in their order.</summary>
    public static async Task<IReadOnlyList<Guid>> Offer(Member caseworker, Member mentee, params Member[] mentors)
    {
        var ids = mentors.Select(m => m.Id).ToArray();
        var offered = await Soon(() => caseworker.Api.Try("matching", HttpMethod.Post, $"/mentees/{mentee.Id}/offers", JsonContent.Create(new { mentorIds = ids }), Guid.CreateVersion7().ToString(), Cancel));
        var offers = offered.GetProperty("offers").EnumerateArray().ToDictionary(o => o.GetProperty("mentorId").GetGuid(), o => o.GetProperty("matchId").GetGuid());
        return [.. ids.Select(id => offers[id])];
    }

    /// <summary>An offer that both have said yes to.</summary>
    public static async Task<Guid> AgreedMatch(Member caseworker, Member mentee, Member mentor)
    {
        var match = (await Offer(caseworker, mentee, mentor))[0];
        await mentee.Api.Post("matching", $"/matches/{match}/mentee-answer", new { answer = "yes" }, null, Cancel);
        await mentor.Api.Post("matching", $"/matches/{match}/mentor-answer", new { answer = "yes" }, null, Cancel);
        return match;
    }

    /// <summary>A match that is approved and has had its first meeting; the session service has heard of it.</summary>
    public static async Task<Guid> ActiveMatch(Member caseworker, Member mentee, Member mentor)
    {
        var match = await AgreedMatch(caseworker, mentee, mentor);
        await caseworker.Api.Post("matching", $"/matches/{match}/approval", null, null, Cancel);
        await caseworker.Api.Post("matching", $"/matches/{match}/first-meeting", new { heldOn = Today, where = "Central Library", everybodyThere = true }, null, Cancel);
        await Slots(mentee, match);
        return match;
    }

    /// <summary>The free times of a match, soonest first.</summary>
    public static async Task<IReadOnlyList<DateTimeOffset>> Slots(Member mentee, Guid match)
    {
        var free = await Soon(() => mentee.Api.Try("session", HttpMethod.Get, $"/matches/{match}/slots?days=14&minutes=60", null, null, Cancel), answer => answer.GetProperty("slots").GetArrayLength() > 0);
        return [.. free.GetProperty("slots").EnumerateArray().Select(s => s.GetProperty("startsAt").GetDateTimeOffset())];
    }

    /// <summary>Books a session at the first free time.</summary>
    public static async Task<Guid> Book(Member mentee, Guid match)
    {
        var startsAt = (await Slots(mentee, match))[0];
        var placeId = (await mentee.Api.Get("session", "/places", Cancel)).GetProperty("places")[0].GetProperty("id").GetGuid();
        return (await mentee.Api.Post("session", $"/matches/{match}/sessions", new { startsAt, minutes = 60, how = "in-person", placeId }, null, Cancel)).GetProperty("id").GetGuid();
    }

    // ----

    /// <summary>Accepts the invitation in the mail, as staff with a password and an authenticator app, and is signed in.</summary>
    public Task<Person> Join(string email) => Person.Join(platform, email, Password, Cancel);

    /// <summary>Accepts the invitation in the mail, as a young person with a PIN, and is signed in.</summary>
    public Task<Person> JoinYoung(string email) => Person.Join(platform, email, Pin, Cancel);

    /// <summary>A name and an address that nobody else has.</summary>
    public (string FirstName, string LastName, string Email) Somebody(string firstName)
    {
        var number = Interlocked.Increment(ref made);
        var last = "Zel" + string.Concat(number.ToString("000", CultureInfo.InvariantCulture).Select(d => "bdfgklmnpr"[d - '0'] + "a")) + "wick";
        var email = $"{firstName}.{last}@people.example".ToLowerInvariant();
        personal.Add(last);
        personal.Add(email);
        return (firstName, last, email);
    }

    /// <summary>Today in London.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).DateTime);

    private static CancellationToken Cancel => CancellationToken.None;

    private static object[] EveryDay => [.. new[] { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" }.Select(day => new { day, from = "10:00:00", until = "20:00:00" })];

    private async Task<Member> Staff(string role, string firstName)
    {
        var (first, last, email) = Somebody(firstName);
        await Administrator.Api.Post("portal", "/api/invitations", new { role, email, name = $"{first} {last}" }, null, Cancel);
        var person = await Join(email);
        return new(first, last, email, person, person.Account);
    }

    // One service learns from another by facts: until it has, it refuses.
    private static async Task<JsonElement> Soon(Func<Task<HttpResponseMessage>> ask, Func<JsonElement, bool>? enough = null)
    {
        var last = string.Empty;
        var answer = await Eventually.Get<object>(async () =>
        {
            using var response = await ask();
            last = $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
            if (!response.IsSuccessStatusCode && response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Conflict)) throw new ShouldAssertException($"{response.RequestMessage?.RequestUri} answered {last}");
            if (!response.IsSuccessStatusCode) return null;
            var json = JsonDocument.Parse(last[4..]).RootElement;
            return enough?.Invoke(json) ?? true ? json : null;
        }, "one service has heard of what another did");
        return (JsonElement)answer;
    }
}
