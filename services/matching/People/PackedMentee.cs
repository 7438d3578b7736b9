using Mentoring.Shared;

namespace Mentoring.Matching.People;

/// <summary>Planes that give points together: so many for each that a mentor has, and a most for all of them.</summary>
/// <param name="Planes">The planes.</param>
/// <param name="Each">Points for each.</param>
/// <param name="Most">The most points together.</param>
public sealed record Points(ushort[] Planes, byte Each, byte Most);

/// <summary>
/// A young person, packed for the kernel: the policy's rules and factors for just this person, as planes to look at and points to add. What they
/// asked never to be matched on is left out here, once, and not looked at again.
/// </summary>
public sealed class PackedMentee
{
    private PackedMentee()
    {
    }

    /// <summary>The young person.</summary>
    public required MenteeId Id { get; init; }

    /// <summary>What they look for.</summary>
    public required MenteeProfile Profile { get; init; }

    /// <summary>When they are free.</summary>
    public required FreeWeek Week { get; init; }

    /// <summary>The local date on which their last active match ended; null when there was none.</summary>
    public required DateOnly? LastEnded { get; init; }

    /// <summary>Points for having waited, the same with every mentor.</summary>
    public required int Waiting { get; init; }

    /// <summary>Planes that a mentor must have.</summary>
    public required ushort[] Musts { get; init; }

    /// <summary>Planes that a mentor must not have: what matters most to the young person and the mentor cannot help with, and what they asked to be spared.</summary>
    public required ushort[] Nevers { get; init; }

    /// <summary>Planes of the languages of which one must be shared.</summary>
    public required ushort[] Languages { get; init; }

    /// <summary>What gives points.</summary>
    public required Points[] Gains { get; init; }

    /// <summary>What takes points off.</summary>
    public required Points Clashes { get; init; }

    /// <summary>Points for each of <see cref="Languages"/> beyond the first that a mentor has.</summary>
    public required Points FurtherLanguages { get; init; }

    /// <summary>Points for meeting in the same postcode district.</summary>
    public required byte SameDistrict { get; init; }

    /// <summary>Points for meeting in the same postcode area.</summary>
    public required byte SameArea { get; init; }

    /// <summary>Points for each common day.</summary>
    public required byte CommonDay { get; init; }

    /// <summary>The most points for common days.</summary>
    public required byte CommonDaysMost { get; init; }

    /// <summary>What is added to every possible pair, so that no score is less than one: 0 is left for the impossible.</summary>
    public required byte Base { get; init; }

    /// <summary>The latest year of birth of a mentor, counted as in <see cref="Plane.Born"/>.</summary>
    public required byte BornUpTo { get; init; }

    /// <summary>The age they reach this year; null when it is not known.</summary>
    public required byte? Age { get; init; }

    /// <summary>The quarter-hours at which they can begin a stretch, ascending.</summary>
    public required ushort[] Starts { get; init; }

    /// <summary>Packs a young person under a policy at a moment.</summary>
    public static PackedMentee Of(MatchingPolicy policy, MenteeId id, MenteeProfile mentee, DateOnly? lastEnded, DateTimeOffset now)
    {
        var (weights, today) = (policy.Weights, London.DateAt(now));
        var week = FreeWeek.Of(mentee.Availability, policy.Rules.CommonMinutes, now);
        bool Uses(string factor) => !mentee.NeverMatchOn.Contains(factor);
        Points Sum(string factor, IEnumerable<ushort> planes, int each, int most) => new(Uses(factor) ? [.. planes] : [], (byte)Math.Min(each, byte.MaxValue), (byte)Math.Min(most, byte.MaxValue));
        IEnumerable<string> Asked(string strength) => mentee.Preferences.Where(p => p.Strength == strength).Select(p => p.Trait);

        string[] wanted = [.. mentee.GoalAreas.Distinct().Take(weights.Goals.Count)];
        var clashes = Plane.Likes.Of(mentee.Dislikes).Concat(Plane.Dislikes.Of(mentee.Interests));
        return new()
        {
            Id = id,
            Profile = mentee,
            Week = week,
            LastEnded = lastEnded,
            Waiting = WaitingFactor.Points(weights, WaitingFactor.Days(mentee, lastEnded, today)),
            Musts = Plane.Is.Of(Asked("must")),
            Nevers = [.. Plane.Cannot.Of(wanted), .. Plane.Is.Of(Asked("avoid"))],
            Languages = Plane.Speaks.Of(mentee.Languages),
            Gains =
            [
                .. wanted.Select((area, place) => Sum(GoalsFactor.Name, Plane.Helps.Of([area]), weights.Goals[place], byte.MaxValue)),
                Sum(PreferencesFactor.Name, Plane.Is.Of(Asked("prefer")), weights.Preference, weights.PreferencesMost),
                Sum(InterestsFactor.Name, Plane.Likes.Of(mentee.Interests), weights.Interest, weights.InterestsMost),
                Sum(DislikesFactor.Name, Plane.Dislikes.Of(mentee.Dislikes), weights.SharedDislike, weights.SharedDislikesMost),
                Sum(TalkStylesFactor.Name, Plane.Talks.Of(mentee.TalkStyles), weights.TalkStyle, weights.TalkStylesMost),
                Sum(HopesFactor.Name, Plane.Is.Of(mentee.Hopes), weights.Hope, weights.Hope),
            ],
            Clashes = Sum(DislikesFactor.Name, clashes, weights.Clash, weights.ClashesMost),
            FurtherLanguages = Sum(LanguagesFactor.Name, [], Uses(LanguagesFactor.Name) ? weights.Language : 0, weights.LanguagesMost),
            SameDistrict = (byte)(Uses(NearFactor.Name) ? weights.SameDistrict : 0),
            SameArea = (byte)(Uses(NearFactor.Name) ? weights.SameArea : 0),
            CommonDay = (byte)(Uses(TimeFactor.Name) ? weights.CommonDay : 0),
            CommonDaysMost = (byte)weights.CommonDaysMost,
            Base = (byte)(weights.ClashesMost + 1),
            BornUpTo = mentee.BornIn is { } year ? (byte)Math.Clamp(year - policy.Rules.YearsOlder - Plane.FirstYear, 0, byte.MaxValue) : byte.MaxValue,
            Age = MentorWishRule.AgeReached(mentee.BornIn, today) is { } age ? (byte)Math.Clamp(age, 0, byte.MaxValue) : null,
            Starts = [.. Enumerable.Range(0, FreeWeek.QuartersAWeek).Where(week.CanBeginAt).Select(q => (ushort)q)],
        };
    }

    /// <summary>The score that a byte of the kernel stands for; 0 stands for no score.</summary>
    public int ScoreOf(byte fit) => fit - Base + Waiting;
}
