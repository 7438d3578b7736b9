using Mentoring.Shared;

namespace Mentoring.Matching.People;

/// <summary>Planes that give points together: so many for the first that a mentor has, so many for the second, and so on until there are no more to get.</summary>
/// <param name="Planes">The planes.</param>
/// <param name="Steps">The points for the first, for the second and so on. Points taken off are written as 256 less so many: bytes that are added run round.</param>
public sealed record Points(ushort[] Planes, byte[] Steps)
{
    /// <summary>So many for each, with a most.</summary>
    /// <param name="planes">The planes.</param>
    /// <param name="count">How many of them one mentor can have.</param>
    /// <param name="each">Points for each; less than zero to take them off.</param>
    /// <param name="most">The most points together, without the sign.</param>
    public static Points For(ushort[] planes, int count, int each, int most)
    {
        int Together(int had) => Math.Min(had * Math.Abs(each), most);
        return new(planes, [.. Enumerable.Range(1, count).Select(had => Together(had) - Together(had - 1)).TakeWhile(step => step > 0).Select(step => (byte)(step * Math.Sign(each)))]);
    }
}

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

    /// <summary>What gives points and what takes them off.</summary>
    public required Points[] Gains { get; init; }

    /// <summary>Points for each of <see cref="Languages"/> that a mentor has after the first.</summary>
    public required Points FurtherLanguages { get; init; }

    /// <summary>Points for meeting in the same postcode district.</summary>
    public required byte SameDistrict { get; init; }

    /// <summary>Points for meeting in the same postcode area.</summary>
    public required byte SameArea { get; init; }

    /// <summary>Points for common days.</summary>
    public required Points CommonDays { get; init; }

    /// <summary>What is added to every possible pair, so that no score is less than one: 0 is left for the impossible.</summary>
    public required byte Base { get; init; }

    /// <summary>The latest year of birth of a mentor, counted as in <see cref="Plane.Born"/>.</summary>
    public required int BornUpTo { get; init; }

    /// <summary>The age they reach this year; null when it is not known.</summary>
    public required int? Age { get; init; }

    /// <summary>The quarter-hours at which they can begin a stretch, ascending.</summary>
    public required ushort[] Starts { get; init; }

    /// <summary>Packs a young person under a policy at a moment.</summary>
    public static PackedMentee Of(MatchingPolicy policy, MenteeId id, MenteeProfile mentee, DateOnly? lastEnded, DateTimeOffset now)
    {
        var (weights, today) = (policy.Weights, London.DateAt(now));
        var week = FreeWeek.Of(mentee.Availability, policy.Rules.CommonMinutes, now);
        bool Uses(string factor) => !mentee.NeverMatchOn.Contains(factor);
        Points For(string factor, ushort[] planes, int each, int most, int? count = null) => Points.For(planes, Uses(factor) ? count ?? planes.Length : 0, each, most);
        IEnumerable<string> Asked(string strength) => mentee.Preferences.Where(p => p.Strength == strength).Select(p => p.Trait);

        string[] wanted = [.. mentee.GoalAreas.Distinct().Take(weights.Goals.Count)];
        ushort[] languages = Plane.Speaks.Of(mentee.Languages);
        return new()
        {
            Id = id,
            Profile = mentee,
            Week = week,
            LastEnded = lastEnded,
            Waiting = WaitingFactor.Points(weights, WaitingFactor.Days(mentee, lastEnded, today)),
            Musts = Plane.Is.Of(Asked("must")),
            Nevers = [.. Plane.Cannot.Of(wanted), .. Plane.Is.Of(Asked("avoid"))],
            Languages = languages,
            Gains =
            [
                .. wanted.Select((area, place) => For(GoalsFactor.Name, Plane.Helps.Of([area]), weights.Goals[place], weights.Goals[place])),
                For(PreferencesFactor.Name, Plane.Is.Of(Asked("prefer")), weights.Preference, weights.PreferencesMost),
                For(InterestsFactor.Name, Plane.Likes.Of(mentee.Interests), weights.Interest, weights.InterestsMost),
                For(DislikesFactor.Name, Plane.Dislikes.Of(mentee.Dislikes), weights.SharedDislike, weights.SharedDislikesMost),
                For(DislikesFactor.Name, [.. Plane.Likes.Of(mentee.Dislikes), .. Plane.Dislikes.Of(mentee.Interests)], -weights.Clash, weights.ClashesMost),
                For(TalkStylesFactor.Name, Plane.Talks.Of(mentee.TalkStyles), weights.TalkStyle, weights.TalkStylesMost),
                For(HopesFactor.Name, Plane.Is.Of(mentee.Hopes), weights.Hope, weights.Hope),
            ],
            FurtherLanguages = For(LanguagesFactor.Name, languages, weights.Language, weights.LanguagesMost, Math.Max(0, languages.Length - 1)),
            SameDistrict = (byte)(Uses(NearFactor.Name) ? weights.SameDistrict : 0),
            SameArea = (byte)(Uses(NearFactor.Name) ? weights.SameArea : 0),
            CommonDays = For(TimeFactor.Name, [], weights.CommonDay, weights.CommonDaysMost, 7),
            Base = (byte)(weights.ClashesMost + 1),
            BornUpTo = mentee.BornIn is { } year ? Math.Clamp(year - policy.Rules.YearsOlder, Plane.FirstYear, Plane.LastYear) - Plane.FirstYear : Plane.LastYear - Plane.FirstYear,
            Age = MentorWishRule.AgeReached(mentee.BornIn, today) is { } age ? Math.Clamp(age, 0, Plane.OldestAge) : null,
            Starts = [.. Enumerable.Range(0, FreeWeek.QuartersAWeek).Where(week.CanBeginAt).Select(q => (ushort)q)],
        };
    }

    /// <summary>The score that a byte of the kernel stands for; 0 stands for no score.</summary>
    public int ScoreOf(byte fit) => fit - Base + Waiting;
}
