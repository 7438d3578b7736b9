namespace Mentoring.Mentees.Tests;

/// <summary>Good examples of everything.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly CaseworkerId Caseworker = CaseworkerId.New();

    public static PersonalDetails Riley { get; } = new()
    {
        FirstName = "Riley",
        LastName = "Morgan",
        DateOfBirth = TimeProvider.System.Today().AddYears(-17),
        Email = "riley@example.org",
        Phone = "07700 900123",
        HowToReach = "Text me first.",
    };

    public static Profile Profile { get; } = new()
    {
        GoalAreas = ["confidence", "money"],
        Interests = ["football", "music"],
        Dislikes = ["running"],
        TalkStyles = ["walk-and-talk"],
        Languages = ["en"],
        Preferences = [new() { Trait = "care-experienced", Strength = "prefer" }],
        Hopes = ["sport-and-fitness"],
        NeverMatchOn = ["near"],
        AvoidPartners = [PartnerId.Parse("0198c0de-0000-7000-8000-0000000000a1", null)],
        OutwardPostcode = "LE2",
        InPerson = true,
        Online = true,
        Weekly = [new() { Day = DayOfWeek.Tuesday, From = new(16, 0), Until = new(18, 0) }],
        GoalsInMyWords = "I want to feel OK talking to new people.",
        AboutMe = "I live with my nan.",
        WhatToAvoid = "Please do not ask about my dad.",
        GettingAround = "I take the bus.",
    };

    public static RiskPlan Plan { get; } = new()
    {
        YoungPersonsWords = "I feel safe at the library.",
        Risks = [new() { WhatCouldHappen = "Somebody follows me home.", Likelihood = 2, Impact = 4, WhatWeDo = "We meet at the library.", Who = "Riley and the mentor", YoungPersonsWords = "I do not like the underpass.", Until = null }],
    };

    public static Mentee Referred(CaseworkerId? by = null, PersonalDetails? person = null) => Mentee.Refer(person ?? Riley, "Asked for somebody to talk to.", by ?? Caseworker, Noon);

    /// <summary>Ready until the review, three months from the day.</summary>
    public static Mentee Ready(CaseworkerId? by = null, DateOnly? on = null)
    {
        var (caseworker, today) = (by ?? Caseworker, on ?? Today);
        var mentee = Referred(caseworker);
        mentee.Describe(Profile, Who.Themselves, today, Noon);
        mentee.Agree(ConsentStatement.Newest.Version, today, Noon);
        mentee.AssessRisk(Plan, today.AddMonths(3), caseworker, today, Noon);
        mentee.SignRiskAssessment(1, caseworker, today, Noon);
        mentee.SignRiskAssessment(1, today, Noon);
        return mentee;
    }

    /// <summary>A plan as it is sent.</summary>
    public static object PlanUntil(DateOnly reviewOn, string words = "I feel safe at the library.") => new { Plan.Risks, youngPersonsWords = words, reviewOn };

    /// <summary>The facts of one kind that were told so far.</summary>
    public static IReadOnlyList<T> ToldOf<T>(this Aggregate aggregate) => [.. aggregate.Told.OfType<T>()];
}
