using Mentoring.Contracts;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;

namespace Mentoring.Mentors.Tests;

/// <summary>Ordinary examples, so that a test says only what matters to it.</summary>
internal static class Some
{
    // The real time, to the second as Postgres and people know it: services under test ask a real clock too.
    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
    public static readonly DateOnly Today = TimeProvider.System.Today();
    public static readonly AccountId Caseworker = AccountId.New();

    private static int people;

    public static string Email() => $"person{Interlocked.Increment(ref people)}.{Guid.CreateVersion7():N}@partner.example";

    public static Person Person(string? email = null) => new()
    {
        FirstName = "Odalys",
        LastName = "Fernsby",
        Email = email ?? Email(),
        Phone = "07700 900111",
        JobTitle = "Baker",
        DateOfBirth = new(1990, 5, 17),
    };

    public static Profile Profile() => new()
    {
        About = "I like long walks.",
        GoalAreas = ["money", "work"],
        Interests = ["baking"],
        Dislikes = [],
        TalkStyles = [],
        Languages = ["en"],
        Traits = [],
        Postcode = "LE2 7FL",
        InPerson = true,
        Online = true,
        Capacity = 2,
    };

    public static WeeklyWindow Window(DayOfWeek day, int from, int until) => new() { Day = day, From = new(from, 0), Until = new(until, 0) };

    public static Availability Evenings() => new() { Zone = Availability.London, Weekly = [Window(DayOfWeek.Tuesday, 18, 20)], Exceptions = [] };

    public static CheckResult Check(CheckKind kind, DateOnly? decidedOn = null, DateOnly? until = null, CheckOutcome outcome = CheckOutcome.Passed, DbsLevel? level = null) => new()
    {
        Kind = kind,
        Level = level ?? (kind == CheckKind.Dbs ? DbsLevel.EnhancedWithBarredList : DbsLevel.None),
        Outcome = outcome,
        DecidedOn = decidedOn ?? Today.AddDays(-3),
        ValidUntil = until,
        Note = null,
        Minutes = kind == CheckKind.Training ? 180 : null,
        Answers = outcome == CheckOutcome.Passed ? Answers(kind) : Answers(kind, notMet: Criteria.Of(kind).FirstOrDefault(q => q.IsCriterion)?.Name),
    };

    /// <summary>Every set question of a check answered, and every criterion met but one.</summary>
    public static IReadOnlyList<InterviewAnswer> Answers(CheckKind kind, string? notMet = null) =>
        [.. Criteria.Of(kind).Select(q => new InterviewAnswer { Question = q.Name, IsMet = q.IsCriterion ? q.Name != notMet : null, Words = "Six years, the same choir." })];

    public const string Caution = "A caution for shoplifting at 17; told us before we asked.";

    /// <summary>Every check is passed, and the DBS certificate has something on it.</summary>
    public static Mentor WithFinding() => Screened(without: CheckKind.Dbs).After(m => m.Record(Check(CheckKind.Dbs) with { Finding = Caution }, Caseworker, Today, Now));

    public static Referee Referee(int number = 1) => new() { Name = $"Odette Larkin {number}", HowTheyKnowYou = "We ran a youth club together.", Email = $"odette.{number}@mail.example", Phone = null };

    public static Mentor Invited(PartnerId? partner = null, string? email = null) =>
        Mentor.Register(partner, Person(email), Profile(), Evenings(), Caseworker, Now).After(m => m.ChangeReferees([Referee(1), Referee(2)], Caseworker, Now));

    public static Mentor Applied(PartnerId? partner = null) => Invited(partner).After(m => m.Apply(Agreement.Version, AccountId.New(), Now));

    public static Mentor Screened(PartnerId? partner = null, CheckKind? without = null)
    {
        var mentor = Applied(partner);
        foreach (var rule in ScreeningRules.Of(MentorRole.OneToOneMentor).Checks.Where(r => r.Kind != without)) mentor.After(m => m.Record(Check(rule.Kind), Caseworker, Today, Now));
        return mentor;
    }

    public static Mentor Cleared(PartnerId? partner = null) => Screened(partner).After(m => m.Clear(Caseworker, Today, Now));

    public static Mentor Paused(PartnerId? partner = null) => Cleared(partner).After(m => m.Pause(null, Caseworker, Now));

    public static Mentor At(Stage stage, PartnerId? partner = null) => stage switch
    {
        Stage.Invited => Invited(partner),
        Stage.Applied => Applied(partner),
        Stage.Screening => Screened(partner),
        Stage.Cleared => Cleared(partner),
        Stage.Paused => Paused(partner),
        Stage.Left => Cleared(partner).After(m => m.Leave(null, Caseworker, Now)),
        _ => Screened(partner).After(m => m.Decline(DeclineReason.Interview, "Not now.", Caseworker, Now)),
    };

    public static Mentor After(this Mentor mentor, Func<Mentor, Decision> step)
    {
        step(mentor).ToString().ShouldBe("Done");
        return mentor;
    }

    /// <summary>The facts that a step tells, in their order.</summary>
    public static IReadOnlyList<object> Tells(this Mentor mentor, Func<Mentor, Decision> step)
    {
        var before = mentor.Told.Count;
        step(mentor).ToString().ShouldBe("Done");
        return [.. mentor.Told.Skip(before)];
    }

    /// <summary>A partner in the database.</summary>
    public static Task<Partner> StoredPartner(this ServiceFixture<MentorDb> service) =>
        service.Db(async db =>
        {
            var partner = Partner.Join($"Partner {Guid.CreateVersion7():N}", Now);
            db.Add(partner);
            await db.SaveChangesAsync();
            return partner;
        });

    /// <summary>A mentor at a stage, in the database.</summary>
    public static Task<Mentor> Stored(this ServiceFixture<MentorDb> service, Stage stage, PartnerId? partner = null) =>
        service.Db(async db =>
        {
            var mentor = At(stage, partner);
            db.Add(mentor);
            await db.SaveChangesAsync();
            return mentor;
        });

    public static string Day(int fromToday) => Today.AddDays(fromToday).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static object PersonBody(string? email = null) => new
    {
        firstName = "Odalys",
        lastName = "Fernsby",
        email = email ?? Email(),
        phone = "07700 900111",
        jobTitle = "Baker",
        dateOfBirth = "1990-05-17",
        about = "I like long walks.",
        goalAreas = new[] { "money", "work" },
        interests = new[] { "baking" },
        languages = new[] { "en" },
        postcode = "le27fl",
        inPerson = true,
        online = true,
        capacity = 2,
        availability = AvailabilityBody(),
    };

    public static object DetailsBody(string? email = null) => new
    {
        firstName = "Odalys",
        lastName = "Marchbank",
        email = email ?? Email(),
        phone = "07700 900333",
        jobTitle = "Head baker",
        dateOfBirth = "1990-05-18",
        why = "Married; saw the certificate.",
    };

    public static object AvailabilityBody() => new
    {
        zone = "Europe/London",
        weekly = new[] { new { day = "tuesday", from = "18:00:00", until = "20:00:00" } },
        exceptions = new[] { new { first = Day(28), last = Day(41), from = "10:00:00", until = "12:00:00" } },
    };

    public static object ProfileBody() => new
    {
        about = "I like long walks.",
        goalAreas = new[] { "housing" },
        interests = new[] { "baking" },
        dislikes = new[] { "running" },
        talkStyles = new[] { "gentle" },
        languages = new[] { "en", "pl" },
        traits = new[] { "parent" },
        postcode = "LE2 7FL",
        inPerson = true,
        online = false,
        capacity = 3,
        sector = "hospitality",
        welcomesFrom = 16,
        welcomesUpTo = 21,
        cannotHelpWith = new[] { "mental-health" },
        worksInCareTeams = true,
        phone = "07700 900222",
    };

    public static object RefereesBody() => new
    {
        referees = new object[]
        {
            new { name = "Odette Larkin", howTheyKnowYou = "We ran a youth club together.", email = "odette.larkin@mail.example", phone = "07700 900345", notARelative = true },
            new { name = "Ivo Brand", howTheyKnowYou = "My manager for six years.", email = "ivo.brand@mail.example", phone = "0116 496 0123", notARelative = true },
        },
    };

    public static object TrainingBody() => new { trainings = new[] { new { name = "Safeguarding basics", doneOn = Day(-20) } } };

    public static object PartnerRequestBody(string? business = null) => new
    {
        businessName = business ?? $"Riverside {Guid.CreateVersion7():N}",
        contactName = "Priya Shah",
        email = "priya.shah@riverside.example",
        phone = "0116 496 0123",
        words = "Six of us would like to start in spring.",
    };

    public static object InterestBody(string? email = null) => new
    {
        name = "Amina Okoro",
        email = email ?? Email(),
        worksFor = "My own bakery",
        words = "I grew up in care and would like to give something back.",
    };

    public static object DeclineBody(string reason = "interview") => new { reason, why = "Could not give a second reference." };

    public static object CheckBody(CheckKind kind = CheckKind.Identity, string outcome = "passed", string? finding = null, int? minutes = null, string? level = null, string? notMet = null, string note = "Seen in the original.") => new
    {
        kind = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()),
        level = level ?? (kind == CheckKind.Dbs ? "enhanced-with-barred-list" : "none"),
        outcome,
        decidedOn = Day(-3),
        validUntil = (string?)null,
        note,
        minutes = minutes ?? (kind == CheckKind.Training ? 180 : null),
        answers = Answers(kind, notMet ?? (outcome == "failed" ? Criteria.Of(kind).FirstOrDefault(q => q.IsCriterion)?.Name : null)),
        finding,
    };
}
