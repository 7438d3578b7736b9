namespace Mentoring.Matching.Tests;

/// <summary>Invented people, the same for the same seed: like real ones in how much they say, and odd now and then.</summary>
/// <param name="seed">The seed.</param>
internal sealed class RandomPeople(int seed)
{
    /// <summary>The moment they live at.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly string[] Outward = ["LE1", "LE2", "LE3", "LE11", "NG1", "NG7", "L9", "le2 ", "B12"];
    private readonly Random random = new(seed);
    private readonly Guid[] partners = [.. Enumerable.Range(0, 6).Select(_ => PartnerId.New().Value)];

    /// <summary>A mentor.</summary>
    public MentorCopy Mentor(bool odd = true)
    {
        var mentor = new MentorCopy { Id = MentorId.New() };
        mentor.Remember(new MentorProfileChanged
        {
            MentorId = mentor.Id.Value,
            PartnerId = Chance(4) ? null : Any(partners),
            GoalAreas = Few(Vocabulary.GoalAreas, 4),
            Interests = Few(Vocabulary.Interests, 5),
            Dislikes = Few(Vocabulary.Interests, 3),
            TalkStyles = Few(Vocabulary.TalkStyles, 3),
            Languages = Chance(8) ? Few(Vocabulary.Languages, 3) : ["en", .. Few(Vocabulary.Languages, 2).Where(l => l != "en")],
            Traits = Few(Vocabulary.Descriptions, 4),
            OutwardPostcode = Chance(20) ? null : Any(Outward),
            InPerson = !Chance(4),
            Online = !Chance(3),
            Capacity = random.Next(1, 4),
            BornIn = Chance(10) ? null : 2008 - random.Next(0, 60),
            Sector = Chance(3) ? null : Any(Vocabulary.Sectors),
            WelcomesFrom = Chance(5) ? random.Next(10, 22) : null,
            WelcomesUpTo = Chance(5) ? random.Next(14, 26) : null,
            CannotHelpWith = Chance(4) ? Few(Vocabulary.GoalAreas, 2) : [],
            WorksInCareTeams = odd && Chance(30),
            At = Noon,
        });
        if (!odd || !Chance(20)) mentor.Remember(new MentorAvailabilityChanged { MentorId = mentor.Id.Value, Zone = Zone(odd), Weekly = Week(), Exceptions = [], At = Noon });
        if (!odd || !Chance(10)) mentor.Remember(new MentorCleared { MentorId = mentor.Id.Value, ClearedUntil = Day.AddDays(odd && Chance(10) ? -1 : 300), At = Noon });
        return mentor;
    }

    /// <summary>A young person.</summary>
    public MenteeCopy Mentee(bool odd = true)
    {
        var mentee = new MenteeCopy { Id = MenteeId.New() };
        mentee.Remember(new MenteeProfileChanged
        {
            MenteeId = mentee.Id.Value,
            GoalAreas = Few(Vocabulary.GoalAreas, 4),
            Interests = Few(Vocabulary.Interests, 5),
            Dislikes = Few(Vocabulary.Interests, 2),
            TalkStyles = Few(Vocabulary.TalkStyles, 2),
            Languages = Chance(8) ? Few(Vocabulary.Languages, 3) : ["en", .. Few(Vocabulary.Languages, 1).Where(l => l != "en")],
            Preferences = [.. Few(Vocabulary.Wishes, 2).Select(w => new TraitPreference { Trait = w, Strength = Chance(9) ? "must" : Chance(4) ? "avoid" : "prefer" })],
            AvoidPartners = Chance(6) ? [Any(partners), PartnerId.New().Value] : [],
            OutwardPostcode = Chance(20) ? null : Any(Outward),
            InPerson = !Chance(4),
            Online = !Chance(3),
            Zone = Zone(odd),
            Weekly = Week(),
            BornIn = Chance(10) ? null : random.Next(2001, 2016),
            Hopes = Few(Vocabulary.Sectors, 2),
            NeverMatchOn = odd && Chance(3) ? Few(Vocabulary.Factors, 3) : [],
            WaitingSince = Chance(5) ? null : Day.AddDays(-random.Next(0, 400)),
            At = Noon,
        });
        return mentee;
    }

    /// <summary>Whether something happens that happens once in so many times.</summary>
    public bool Chance(int oneIn) => random.Next(oneIn) == 0;

    /// <summary>One of several.</summary>
    public T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    /// <summary>A whole number below another.</summary>
    public int Below(int number) => random.Next(number);

    private IReadOnlyList<string> Few(IReadOnlyList<string> words, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Any(words)).Distinct()];

    private string Zone(bool odd) => odd && Chance(12) ? Any(["Europe/Athens", "America/New_York", "Asia/Kathmandu", "Mars/Olympus"]) : "Europe/London";

    private IReadOnlyList<WeeklyWindow> Week() =>
    [
        .. Enum.GetValues<DayOfWeek>().Where(_ => !Chance(3)).Select(day =>
        {
            var from = random.Next(8 * 60, 20 * 60) / 5 * 5;
            return new WeeklyWindow { Day = day, From = new(from / 60, from % 60), Until = new(Math.Min(from + random.Next(30, 300), (24 * 60) - 1) / 60, Chance(2) ? 0 : 59) };
        }).Where(w => w.From < w.Until),
    ];
}
