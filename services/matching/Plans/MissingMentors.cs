using System.Buffers;
using Mentoring.Contracts;
using Mentoring.Contracts.Mentors;
using Mentoring.Matching.Engine;
using Mentoring.Matching.People;
using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>A kind of mentor who is not there, and how many of those who get nobody such a mentor would be possible for.</summary>
public sealed record MissingMentor
{
    /// <summary>The postcode area where they meet in person; null when they meet online.</summary>
    /// <example>LE</example>
    public required string? Area { get; init; }

    /// <summary>When they are free: <c>weekday-days</c>, <c>weekday-evenings</c> or <c>weekends</c>.</summary>
    /// <example>weekday-evenings</example>
    public required string Free { get; init; }

    /// <summary>A language they speak beside English, BCP 47; null when none is needed.</summary>
    /// <example>pl</example>
    public required string? Language { get; init; }

    /// <summary>What they say of themselves, because young people asked that a mentor must be so; null when nothing is needed.</summary>
    /// <example>care-experienced</example>
    public required string? Trait { get; init; }

    /// <summary>How many young people who get nobody could have such a mentor, those not counted who could have one of the kinds before.</summary>
    /// <example>12</example>
    public required int Waiting { get; init; }

    /// <summary>The same in a sentence.</summary>
    /// <example>Somebody who meets in person around LE, on weekday evenings.</example>
    public required string Sentence { get; init; }
}

/// <summary>
/// Looks for the mentors who are missing: imagines mentors of every kind that anybody who waits could need, asks rules and certificate which of them
/// would match more young people, and names the kinds that reach the most, each counted only for those whom no kind before it reaches.
/// </summary>
internal static class MissingMentors
{
    private const int Most = 8;
    private const int MostAreas = 12;

    // Times people mean when they say when they are free; wide, for a mentor of a kind is not one evening.
    private static readonly (string Name, string Words, IReadOnlyList<WeeklyWindow> Week)[] Times =
    [
        ("weekday-evenings", "on weekday evenings", [.. Weekdays.Select(day => Window(day, 16, 21))]),
        ("weekends", "at weekends", [Window(DayOfWeek.Saturday, 9, 18), Window(DayOfWeek.Sunday, 9, 18)]),
        ("weekday-days", "on weekdays during the day", [.. Weekdays.Select(day => Window(day, 9, 16))]),
    ];

    private static IEnumerable<DayOfWeek> Weekdays => [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>The kinds that would help most.</summary>
    public static IReadOnlyList<MissingMentor> Of(WhoWaits who, Plan plan, Certificate certificate, Func<MenteeId, int> numberOf)
    {
        var without = who.Mentees.Where(m => plan.MentorOf[numberOf(m.Id)] < 0).ToList();
        if (without.Count == 0) return [];
        var kinds = KindsFor(without);
        var reached = Reach(who, without, kinds);
        // A kind that by its price brings nothing more is no kind to look for.
        var left = Enumerable.Range(0, kinds.Count)
            .Where(kind => Gaps.AtMost(certificate, reached[kind].Select(r => (numberOf(r.Mentee), r.Score))).Matches > 0)
            .ToDictionary(kind => kind, kind => reached[kind].Select(r => r.Mentee).ToHashSet());

        var found = new List<MissingMentor>();
        while (found.Count < Most && left.Count > 0)
        {
            // Of kinds that reach as many, the one that asks least of a mentor.
            var (best, who2) = left.OrderByDescending(k => k.Value.Count).ThenBy(k => kinds[k.Key].Needs).ThenBy(k => k.Key).First();
            if (who2.Count == 0) break;
            found.Add(kinds[best].As(who2.Count));
            left.Remove(best);
            foreach (var other in left.Values) other.ExceptWith(who2);
        }

        return found;
    }

    private static List<Kind> KindsFor(List<MenteeCopy> without)
    {
        var profiles = without.Select(m => m.Profile!).ToList();
        string?[] areas = [null, .. profiles.Where(p => p.InPerson).Select(p => Meeting.Area(p.OutwardPostcode)).OfType<string>().CountBy(a => a).OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal).Take(MostAreas).Select(a => a.Key)];
        string?[] languages = [null, .. profiles.Where(p => !p.Languages.Contains("en")).SelectMany(p => p.Languages).Distinct().Order(StringComparer.Ordinal)];
        string?[] traits = [null, .. profiles.SelectMany(p => p.Preferences).Where(p => p.Strength == "must").Select(p => p.Trait).Distinct().Order(StringComparer.Ordinal)];
        return [.. from area in areas from time in Enumerable.Range(0, Times.Length) from language in languages from trait in traits select new Kind(area, time, language, trait)];
    }

    private static List<(MenteeId Mentee, int Score)>[] Reach(WhoWaits who, List<MenteeCopy> without, List<Kind> kinds)
    {
        var people = new PackedPeople(who.Policy, who.Now);
        foreach (var kind in kinds) people.Mentors.Put(kind.Imagine(who.Now), 0);
        var reached = kinds.Select(_ => new List<(MenteeId, int)>()).ToArray();
        var room = ArrayPool<byte>.Shared.Rent(people.Mentors.Blocks * PackedMentors.Block);
        var fit = room.AsSpan(0, people.Mentors.Blocks * PackedMentors.Block);
        foreach (var mentee in without)
        {
            var packed = people.Packed(mentee.Id, mentee.Profile!, who.LastEnded.TryGetValue(mentee.Id, out var ended) ? ended : null);
            people.Fit(packed, 0, people.Mentors.Blocks, fit);
            for (var kind = 0; kind < kinds.Count; kind++)
                if (fit[kind] > 0) reached[kind].Add((mentee.Id, packed.ScoreOf(fit[kind])));
        }

        ArrayPool<byte>.Shared.Return(room);
        return reached;
    }

    private static WeeklyWindow Window(DayOfWeek day, int from, int until) => new() { Day = day, From = new(from, 0), Until = new(until, 0) };

    private sealed record Kind(string? Area, int Time, string? Language, string? Trait)
    {
        public int Needs => (Language is null ? 0 : 1) + (Trait is null ? 0 : 1);

        public MentorCopy Imagine(DateTimeOffset now)
        {
            var mentor = new MentorCopy { Id = MentorId.New() };
            mentor.Remember(new MentorProfileChanged
            {
                MentorId = mentor.Id.Value,
                PartnerId = null,
                GoalAreas = Vocabulary.GoalAreas,
                Interests = [],
                Dislikes = [],
                TalkStyles = [],
                Languages = Language is null ? ["en"] : ["en", Language],
                Traits = Trait is null ? [] : [Trait],
                Sector = Vocabulary.Sectors.Contains(Trait) ? Trait : null,
                OutwardPostcode = Area is null ? null : Area + "1",
                InPerson = Area is not null,
                Online = Area is null,
                Capacity = 1,
                At = now,
            });
            mentor.Remember(new MentorAvailabilityChanged { MentorId = mentor.Id.Value, Zone = "Europe/London", Weekly = Times[Time].Week, Exceptions = [], At = now });
            mentor.Remember(new MentorCleared { MentorId = mentor.Id.Value, ClearedUntil = London.DateAt(now).AddYears(1), At = now });
            return mentor;
        }

        public MissingMentor As(int waiting) => new()
        {
            Area = Area,
            Free = Times[Time].Name,
            Language = Language,
            Trait = Trait,
            Waiting = waiting,
            Sentence = $"Somebody who meets {(Area is null ? "online" : $"in person around {Area}")}, {Times[Time].Words}{(Language is null ? string.Empty : $", and speaks {Words.Of(Language)}")}{(Trait is null ? string.Empty : $", and says of themselves: {Words.Of(Trait)}")}.",
        };
    }
}
