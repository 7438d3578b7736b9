using System.Net;
using System.Text.Json;

namespace Mentoring.Demo;

/// <summary>
/// Brings the demo people in through the public APIs, each step by the person whose step it is. Safe to run again: what was
/// done before gives the same answer, and a run that was cut off goes on.
/// </summary>
/// <param name="platform">Where to.</param>
/// <param name="administratorEmail">The first administrator, who has an invitation in the mail.</param>
internal sealed class LoadDemo(Platform platform, string administratorEmail)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<Person> caseworkers = [];
    private readonly Dictionary<Guid, Person> mentors = [];

    /// <summary>Loads everybody.</summary>
    public async Task Run(CancellationToken cancel)
    {
        var screened = DemoPeople.Volunteers.GroupBy(v => v.Employer).SelectMany(e => e.Take(4)).ToHashSet();
        var progress = new Progress(1 + DemoPeople.Caseworkers.Count + 1 + DemoPeople.Employers.Count + screened.Count + DemoPeople.YoungPeople.Count + 4);

        var administrator = await progress.Step("administrator", () => Person.Join(platform, administratorEmail, DemoPeople.Password, cancel));
        foreach (var name in DemoPeople.Caseworkers)
            caseworkers.Add(await progress.Step($"caseworker {name.First}", () => Staff(administrator, "caseworker", DemoPeople.CaseworkerEmail(name), name, null, cancel)));
        var lead = await progress.Step("safeguarding lead", () => Staff(administrator, "safeguarding-lead", DemoPeople.CaseworkerEmail(DemoPeople.Lead), DemoPeople.Lead, null, cancel));

        await progress.Step("safe places", () => Places(caseworkers[0], cancel));
        for (var i = 0; i < DemoPeople.Employers.Count; i++)
        {
            var employer = i;
            var coordinator = await progress.Step($"partner {DemoPeople.Employers[i].Domain}", () => Partner(administrator, employer, cancel));
            foreach (var volunteer in screened.Where(v => v.Employer == employer))
                await progress.Step($"mentor {volunteer.First}", () => Mentor(coordinator, volunteer, cancel));
        }

        foreach (var young in DemoPeople.YoungPeople)
            await progress.Step($"young person {young.First}", () => Mentee(young, cancel));
        await progress.Step("two worries", () => Worries(lead, cancel));
        await progress.Step("a plan for everybody who waits", () => Plan(cancel));
        await progress.Step("steering group", () => Steering(administrator, cancel));
    }

    // Three young people, one from a business and one from the council, and a draft that waits for their votes.
    private async Task Steering(Person administrator, CancellationToken cancel)
    {
        foreach (var young in DemoPeople.YoungPeople.Where(y => y.Reached >= Reached.Ready).Take(3))
            await Add(await Person.SignIn(platform, DemoPeople.YoungEmail(young), DemoPeople.Pin, cancel), "young-person");
        await Add(await Person.SignIn(platform, DemoPeople.Employers[0].CoordinatorEmail, DemoPeople.Password, cancel), "business");
        await Add(caseworkers[0], "council");

        const string Note = "What both like counts more, and wishes about a mentor a little less. We think you talk more easily about something you both enjoy.";
        var policy = (await administrator.Get("matching", "/policies", cancel))[0];
        if (policy.GetProperty("version").GetInt32() > 1) return;
        var draft = (await administrator.Post("matching", "/policies/drafts", new { note = Note }, "demo:draft", cancel)).GetProperty("draftId").GetGuid();
        var read = await administrator.Get("matching", $"/policies/drafts/{draft}", cancel);
        if (read.GetProperty("state").GetString() != "draft") return;
        var weights = policy.GetProperty("weights").EnumerateObject().ToDictionary(w => w.Name, w => (object)w.Value);
        (weights["interest"], weights["interestsMost"], weights["preference"], weights["preferencesMost"]) = (4, 13, 6, 12);
        await administrator.Put("matching", $"/policies/drafts/{draft}", new { note = Note, weights, rules = policy.GetProperty("rules") }, cancel);
        var closesOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(14);
        await administrator.Post("matching", $"/policies/drafts/{draft}/proposal", new { closesOn }, "demo:proposal", cancel);

        async Task Add(Person? member, string kind)
        {
            if (member is not null) await administrator.Post("matching", "/policies/members", new { account = member.Account, kind }, null, cancel);
        }
    }

    private async Task<Person> Staff(Person administrator, string role, string email, DemoPeople.Name name, Guid? partnerId, CancellationToken cancel)
    {
        if (await Person.SignIn(platform, email, DemoPeople.Password, cancel) is { } known) return known;
        await administrator.Post("portal", "/api/invitations", new { role, email, name = $"{name.First} {name.Last}", partnerId }, null, cancel);
        return await Person.Join(platform, email, DemoPeople.Password, cancel);
    }

    private async Task<(Person Person, Guid Partner)> Partner(Person administrator, int employer, CancellationToken cancel)
    {
        var (title, _, name) = DemoPeople.Employers[employer];
        var email = DemoPeople.Employers[employer].CoordinatorEmail;
        var partner = (await administrator.Post("mentor", "/partners", new { name = title }, $"demo:partner:{employer}", cancel)).GetProperty("partnerId").GetGuid();
        var coordinator = await Staff(administrator, "coordinator", email, name, partner, cancel);
        var import = (await coordinator.PostCsv("mentor", $"/partners/{partner}/imports", DemoPeople.Spreadsheet(employer), cancel)).GetProperty("importId").GetGuid();
        await coordinator.Post("mentor", $"/partners/{partner}/imports/{import}/commit", null, null, cancel);
        return (coordinator, partner);
    }

    private async Task Mentor((Person Person, Guid Partner) coordinator, DemoPeople.Volunteer volunteer, CancellationToken cancel)
    {
        var email = DemoPeople.VolunteerEmail(volunteer);
        var listed = await coordinator.Person.Get("mentor", $"/partners/{coordinator.Partner}/mentors?take=100", cancel);
        var id = listed.GetProperty("items").EnumerateArray().Single(m => m.GetProperty("email").GetString() == email).GetProperty("mentorId").GetGuid();
        if (await Person.SignIn(platform, email, DemoPeople.Password, cancel) is not { } mentor)
        {
            await coordinator.Person.Post("portal", "/api/invitations", new { role = "mentor", personId = id }, null, cancel);
            mentor = await Person.Join(platform, email, DemoPeople.Password, cancel);
        }

        mentors[id] = mentor;
        var me = await mentor.Get("mentor", "/mentors/me", cancel);
        if (me.GetProperty("stage").GetString() == "invited")
        {
            var profile = me.GetProperty("profile");
            await mentor.Put("mentor", $"/mentors/{id}/profile", new
            {
                about = $"I am {volunteer.First}. {volunteer.Job} by day. I listen more than I talk.",
                goalAreas = profile.GetProperty("goalAreas"),
                interests = profile.GetProperty("interests"),
                talkStyles = volunteer.Talks,
                languages = profile.GetProperty("languages"),
                traits = volunteer.Traits,
                postcode = volunteer.Postcode,
                inPerson = true,
                online = true,
                capacity = volunteer.Places,
                sector = volunteer.Sector,
                welcomesFrom = volunteer.WelcomesFrom,
                cannotHelpWith = volunteer.CannotHelpWith,
            }, cancel);
            await mentor.Put("mentor", $"/mentors/{id}/referees", new
            {
                referees = new[]
                {
                    new { name = "Odette Larkin", howTheyKnowYou = "We ran a youth football team together for six years.", email = "odette.larkin@referees.example", notARelative = true },
                    new { name = "Ivo Brand", howTheyKnowYou = "My manager at my last job.", email = "ivo.brand@referees.example", notARelative = true },
                },
            }, cancel);
            await mentor.Put("mentor", $"/mentors/{id}/training", new { trainings = new[] { new { name = "Safeguarding basics, half a day", doneOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-20) } } }, cancel);
            var agreement = await mentor.Get("mentor", "/agreement", cancel);
            await mentor.Post("mentor", $"/mentors/{id}/application", new { agreementVersion = agreement.GetProperty("version").GetString() }, null, cancel);
        }

        var caseworker = caseworkers[0];
        var yesterday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);
        var oneToOne = (await caseworker.Get("mentor", "/screening-rules", cancel)).EnumerateArray().Single(r => r.GetProperty("role").GetString() == "one-to-one-mentor");
        foreach (var rule in oneToOne.GetProperty("checks").EnumerateArray())
        {
            await caseworker.Post("mentor", $"/mentors/{id}/checks", new
            {
                kind = rule.GetProperty("kind"),
                level = rule.GetProperty("level"),
                minutes = rule.GetProperty("leastMinutes"),
                outcome = "passed",
                decidedOn = yesterday,
                answers = rule.GetProperty("questions").EnumerateArray().Select(q => q.GetProperty("isCriterion").GetBoolean()
                    ? (object)new { question = q.GetProperty("name"), isMet = true, words = "Gave an example of it without being asked." }
                    : new { question = q.GetProperty("name"), words = "Six years, from the youth football team. Nothing to add." }),
            }, null, cancel);
        }

        await caseworker.Post("mentor", $"/mentors/{id}/clearance", null, null, cancel);
    }

    private async Task Mentee(DemoPeople.YoungPerson young, CancellationToken cancel)
    {
        var caseworker = caseworkers[young.Caseworker];
        var email = DemoPeople.YoungEmail(young);
        var referral = new { firstName = young.First, lastName = young.Last, dateOfBirth = young.Born, email };
        var id = (await caseworker.Post("mentee", "/mentees", referral, $"demo:mentee:{email}", cancel)).GetProperty("id").GetGuid();
        if (young.Reached < Reached.Agreed) return;

        // Who has an account is not invited again, and comes in as always.
        using var invited = await caseworker.Try("portal", HttpMethod.Post, "/api/invitations", JsonContent.Create(new { role = "mentee", personId = id }), null, cancel);
        var mentee = invited.IsSuccessStatusCode
            ? await Person.Join(platform, email, DemoPeople.Pin, cancel)
            : await Person.SignIn(platform, email, DemoPeople.Pin, cancel) ?? throw new DemoException($"{email} has an account but cannot sign in.");

        var statement = await mentee.Get("mentee", "/consent-statement", cancel);
        await mentee.Post("mentee", $"/mentees/{id}/consent", new { statementVersion = statement.GetProperty("version").GetString(), agreed = true }, $"demo:consent:{id}", cancel);
        if (young.Reached < Reached.Ready) return;

        await mentee.Put("mentee", $"/mentees/{id}/profile", ProfileOf(young), cancel);
        await AssessRisk(caseworker, mentee, id, young, cancel);
        if (young.Reached < Reached.Offered) return;

        var match = await Offer(caseworker, mentee, id, cancel);
        if (young.Reached < Reached.Booked) return;
        await Begin(caseworker, mentee, match, cancel);
        await Book(mentee, match.Id, cancel);
        await SetGoals(mentee, young, cancel);
        await WriteDown(mentee, mentors[match.Mentor], match.Id, cancel);
        await CheckIn(caseworker, match.Id, cancel);
    }

    private static object ProfileOf(DemoPeople.YoungPerson young) => new
    {
        goalAreas = young.Goals,
        interests = young.Likes,
        dislikes = young.Dislikes,
        talkStyles = young.Talks,
        languages = young.Languages,
        preferences = Array.Empty<object>(),
        avoidPartners = Array.Empty<Guid>(),
        hopes = young.Hopes,
        outwardPostcode = "LE2",
        inPerson = true,
        online = true,
        zone = "Europe/London",
        weekly = new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }.Select(day => new { day, from = "15:30:00", until = "20:00:00" })
            .Append(new { day = "saturday", from = "10:00:00", until = "16:00:00" }),
        goalsInMyWords = "I want somebody on my side who tells me straight.",
    };

    // The record is read first, so that a second run does not write a second version and void the signatures.
    private static async Task AssessRisk(Person caseworker, Person mentee, Guid id, DemoPeople.YoungPerson young, CancellationToken cancel)
    {
        var known = await caseworker.Get("mentee", $"/mentees/{id}", cancel);
        if (known.TryGetProperty("riskAssessment", out var plan) && plan.ValueKind == JsonValueKind.Object && plan.TryGetProperty("signedByMenteeAt", out var signed) && signed.ValueKind == JsonValueKind.String) return;
        var written = await caseworker.Put("mentee", $"/mentees/{id}/risk-assessment", new
        {
            risks = new[] { new { whatCouldHappen = "Meeting somebody new feels like too much.", likelihood = 3, impact = 2, whatWeDo = "The first meeting is short and we are all there.", who = $"{young.First} and the caseworker", youngPersonsWords = "New people make me quiet." } },
            youngPersonsWords = "I can say stop and that is OK.",
            reviewOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddMonths(5),
        }, cancel);
        var version = written.GetProperty("version").GetInt32();
        await caseworker.Post("mentee", $"/mentees/{id}/risk-assessment/signature", new { version }, null, cancel);
        await mentee.Post("mentee", $"/mentees/{id}/risk-assessment/signature", new { version }, null, cancel);
    }

    private async Task<(Guid Id, Guid Mentor)> Offer(Person caseworker, Person mentee, Guid id, CancellationToken cancel)
    {
        var open = await Eventually(() => mentee.Try("matching", HttpMethod.Get, "/mentees/me/matches", null, null, cancel), m => true, cancel);
        var offers = await Eventually(() => mentee.Try("matching", HttpMethod.Get, "/mentees/me/offers", null, null, cancel), m => true, cancel);
        foreach (var known in Items(open).Concat(Items(offers)))
            return (known.GetProperty("matchId").GetGuid(), known.GetProperty("mentorId").GetGuid());

        var suggestions = await Eventually(
            () => caseworker.Try("matching", HttpMethod.Get, $"/mentees/{id}/suggestions?take=50", null, null, cancel),
            s => s.GetProperty("notNow").GetArrayLength() == 0 && OurMentors(s).Any(),
            cancel);
        var mentorId = OurMentors(suggestions).First();
        var made = await caseworker.Post("matching", $"/mentees/{id}/offers", new { mentorIds = new[] { mentorId } }, null, cancel);
        return (made.GetProperty("offers")[0].GetProperty("matchId").GetGuid(), mentorId);
    }

    private async Task Begin(Person caseworker, Person mentee, (Guid Id, Guid Mentor) match, CancellationToken cancel)
    {
        await mentee.Post("matching", $"/matches/{match.Id}/mentee-answer", new { answer = "yes" }, null, cancel);
        await mentors[match.Mentor].Post("matching", $"/matches/{match.Id}/mentor-answer", new { answer = "yes" }, null, cancel);
        await caseworker.Post("matching", $"/matches/{match.Id}/approval", null, null, cancel);
        var today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        await caseworker.Post("matching", $"/matches/{match.Id}/first-meeting", new { heldOn = DateOnly.FromDateTime(today.DateTime), where = "The library café", everybodyThere = true }, null, cancel);
    }

    private static async Task Places(Person caseworker, CancellationToken cancel)
    {
        if ((await caseworker.Get("session", "/places", cancel)).GetProperty("places").GetArrayLength() > 0) return;
        (string Name, string HowToFind, string Outward)[] places =
        [
            ("Central Library café", "Bishop Street, next to the town hall. Wait at the tables by the window.", "LE1"),
            ("Museum café", "New Walk, through the shop. Ask at the desk if you cannot find each other.", "LE1"),
            ("Leisure centre foyer", "By the pool windows, where the vending machines are.", "LE2"),
        ];
        foreach (var (name, howToFind, outwardPostcode) in places)
            await caseworker.Post("session", "/places", new { name, howToFind, outwardPostcode }, $"demo:place:{name.Split(' ')[0]}", cancel);
    }

    private static async Task Book(Person mentee, Guid match, CancellationToken cancel)
    {
        var booked = await mentee.Get("session", "/sessions/me", cancel);
        if (Items(booked).Any()) return;
        var slots = await Eventually(
            () => mentee.Try("session", HttpMethod.Get, $"/matches/{match}/slots?days=14&minutes=60", null, null, cancel),
            s => s.GetProperty("slots").GetArrayLength() > 0,
            cancel);
        // Close to another session of the mentor there is no time to travel.
        var startsAt = slots.GetProperty("slots").EnumerateArray().First(s => s.GetProperty("ways").EnumerateArray().Any(w => w.GetString() == "in-person")).GetProperty("startsAt").GetString();
        var placeId = (await mentee.Get("session", "/places", cancel)).GetProperty("places")[0].GetProperty("id").GetGuid();
        await mentee.Post("session", $"/matches/{match}/sessions", new { startsAt, minutes = 60, how = "in-person", placeId }, $"demo:session:{match}", cancel);
    }

    // While another is being made there is one soon anyway.
    private async Task Plan(CancellationToken cancel)
    {
        using var answer = await caseworkers[0].Try("matching", HttpMethod.Post, "/plans", System.Net.Http.Json.JsonContent.Create(new { }), "demo:plan", cancel);
        if (answer.StatusCode is not (System.Net.HttpStatusCode.Accepted or System.Net.HttpStatusCode.Conflict)) throw new DemoException($"The plan could not be asked for: {answer.StatusCode}.");
    }

    // One that waits, from a mentor who is matched, and one that the lead looks after, from a young person.
    private async Task Worries(Person lead, CancellationToken cancel)
    {
        var young = DemoPeople.YoungPeople[0];
        var mentee = await Person.SignIn(platform, DemoPeople.YoungEmail(young), DemoPeople.Pin, cancel) ?? throw new DemoException($"{young.First} cannot sign in.");
        var match = Items(await mentee.Get("matching", "/mentees/me/matches", cancel)).First();
        var mentor = mentors[match.GetProperty("mentorId").GetGuid()];
        await mentor.Post("safeguarding", "/concerns", new
        {
            whatHappened = $"{young.First} was very quiet today and had not slept. There was a row at home.",
            inDangerNow = false,
            whatWouldHelp = "Could somebody check in with them this week?",
            about = "somebody-else",
            aboutWhom = young.First,
            matchId = match.GetProperty("matchId").GetGuid(),
        }, "demo:concern:mentor", cancel);

        var raised = await mentee.Post("safeguarding", "/concerns", new
        {
            whatHappened = "Somebody from my old school keeps waiting outside the college gate. I do not like walking past.",
            inDangerNow = false,
            whatWouldHelp = "Can somebody talk to the college?",
            about = "myself",
            howToReachMe = "Text me after four",
        }, "demo:concern:mentee", cancel);
        var concern = $"/concerns/{raised.GetProperty("id").GetGuid()}";
        await lead.Post("safeguarding", $"{concern}/taking", null, null, cancel);
        await lead.Post("safeguarding", $"{concern}/severity", new { severity = "standard" }, null, cancel);
        await lead.Post("safeguarding", $"{concern}/actions", new { what = "Rang the college. Somebody from the welfare team will be at the gate from tomorrow." }, $"demo:action:{concern}", cancel);
    }

    private static async Task SetGoals(Person mentee, DemoPeople.YoungPerson young, CancellationToken cancel)
    {
        if (Items(await mentee.Get("session", "/goals/me", cancel)).Any()) return;
        foreach (var (area, score) in young.Goals.Take(2).Zip([4, 2]))
            await mentee.Post("session", "/goals", new { area, words = DemoPeople.GoalIn(area), score }, null, cancel);
    }

    // One that the young person shares, with a next step, and one that the mentor keeps to themselves.
    private static async Task WriteDown(Person mentee, Person mentor, Guid match, CancellationToken cancel)
    {
        if (Items(await mentee.Get("session", "/reflections/me", cancel)).Any()) return;
        var (shared, kept) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await mentee.Put("session", $"/reflections/{shared}", new
        {
            matchId = match,
            what = "We met at the library café for the first time. I was nervous before.",
            soWhat = "It was easier than I thought.",
            nowWhat = "Next time I want to talk about my plans.",
            nextStep = new { text = "Write down three things I am good at." },
            finished = true,
        }, cancel);
        await mentee.Post("session", $"/reflections/{shared}/sharing", new { shared = true }, null, cancel);
        await mentor.Put("session", $"/reflections/{kept}", new { matchId = match, what = "A good first meeting. I talked too much.", nowWhat = "Listen more.", finished = true }, cancel);
    }

    private static async Task CheckIn(Person caseworker, Guid match, CancellationToken cancel)
    {
        if (Items(await caseworker.Get("session", $"/matches/{match}/check-ins", cancel)).Any()) return;
        var today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        var heldOn = DateOnly.FromDateTime(today.DateTime);
        await caseworker.Post("session", $"/matches/{match}/check-ins", new { with = "mentor", heldOn, how = "phone", activity = "as-planned", safety = "safe", quality = "good", whatWouldHelp = "Ideas for places to go." }, null, cancel);
    }

    // Others may be at work in the same programme; the demo speaks for its own mentors only.
    private IEnumerable<Guid> OurMentors(JsonElement suggestions) =>
        suggestions.GetProperty("suggestions").EnumerateArray().Select(s => s.GetProperty("mentorId").GetGuid()).Where(mentors.ContainsKey);

    private static IEnumerable<JsonElement> Items(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : list.GetProperty("items").EnumerateArray();

    // One service learns from another by facts, which takes some milliseconds: ask until it has.
    private static async Task<JsonElement> Eventually(Func<Task<HttpResponseMessage>> ask, Func<JsonElement, bool> enough, CancellationToken cancel)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(Patience);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var last = string.Empty;
        try
        {
            do
            {
                using var response = await ask();
                last = await response.Content.ReadAsStringAsync(cancel);
                if (response.StatusCode == HttpStatusCode.OK && JsonDocument.Parse(last).RootElement is var answer && enough(answer)) return answer;
            }
            while (await again.WaitForNextTickAsync(inTime.Token));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Said below.
        }

        throw new DemoException($"A fact did not arrive within {Patience.TotalSeconds:0} seconds. The last answer was: {last}");
    }
}
