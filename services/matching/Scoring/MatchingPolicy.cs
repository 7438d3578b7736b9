using System.Text.Json.Serialization;
using Mentoring.Shared;

namespace Mentoring.Matching;

/// <summary>
/// A numbered version of weights and rules, adopted by the steering group. Never changed once adopted: a new version is
/// a new row. Every suggestion says which version it was made with.
/// </summary>
public sealed class MatchingPolicy
{
    /// <summary>The version, counting from 1.</summary>
    /// <example>1</example>
    public required int Version { get; init; }

    /// <summary>The local date (Europe/London) it was adopted on.</summary>
    /// <example>2026-01-01</example>
    public required DateOnly AdoptedOn { get; init; }

    /// <summary>The local date on which the next version took its place; null while it is in force.</summary>
    [JsonInclude]
    public DateOnly? RetiredOn { get; private set; }

    /// <summary>What is new in this version, in a sentence or two.</summary>
    public required string Note { get; init; }

    /// <summary>How many points each thing is worth.</summary>
    public required PolicyWeights Weights { get; init; }

    /// <summary>The limits that are set and not scored.</summary>
    public required PolicyRules Rules { get; init; }

    /// <summary>What is never used for a score, in sentences.</summary>
    public required IReadOnlyList<string> NotUsed { get; init; }

    /// <summary>Makes room for the next version. Nothing else about a version ever changes.</summary>
    public Decision Retire(DateOnly today)
    {
        if (RetiredOn is not null) return Decision.AlreadySo;
        RetiredOn = today;
        return Decision.Done;
    }

    /// <summary>
    /// The first version. A perfect pair gets 90 points, of which what the young person wants to work on is the most: a mentor is there for
    /// their barriers first. Up to 10 more come by waiting, so that the whole is 100.
    /// </summary>
    public static MatchingPolicy First { get; } = new()
    {
        Version = 1,
        AdoptedOn = new(2026, 1, 1),
        Note = "The first policy. What the young person wants to work on counts most, then what they ask of a mentor, then what both like and dislike. Who has waited long gets up to 10 points more.",
        Weights = new()
        {
            Goals = [20, 10, 5],
            Preference = 8,
            PreferencesMost = 16,
            Interest = 3,
            InterestsMost = 9,
            SharedDislike = 3,
            SharedDislikesMost = 9,
            Clash = 2,
            ClashesMost = 6,
            TalkStyle = 3,
            TalkStylesMost = 6,
            Hope = 5,
            SameDistrict = 4,
            SameArea = 2,
            CommonDay = 1,
            CommonDaysMost = 4,
            Language = 2,
            LanguagesMost = 2,
            WaitingDays = 14,
            WaitingMost = 10,
        },
        Rules = new() { CommonMinutes = 60, MostOffers = 3, EarlierNoHoldsDays = 180, BufferDays = 14, YearsOlder = 3 },
        NotUsed =
        [
            "Names, photos and how somebody writes.",
            "Gender, ethnicity, faith, health, sexuality and care history, unless the young person asked for it or ruled it out and the mentor chose to say it.",
            "The day of birth. The year is used for the rules about age, and for no points.",
            "Addresses: only the first half of the postcode.",
            "Notes, risk assessments and concerns.",
            "The employer, unless the young person ruled it out.",
            "How earlier matches of either went.",
        ],
    };
}

/// <summary>How many points each thing is worth. Whole numbers, so that they add up exactly.</summary>
public sealed record PolicyWeights
{
    /// <summary>Points for helping with the most wanted goal area, the second most wanted and so on.</summary>
    public required IReadOnlyList<int> Goals { get; init; }

    /// <summary>Points for each thing the young person would prefer in a mentor.</summary>
    public required int Preference { get; init; }

    /// <summary>The most points for preferences together.</summary>
    public required int PreferencesMost { get; init; }

    /// <summary>Points for each interest both have.</summary>
    public required int Interest { get; init; }

    /// <summary>The most points for interests together.</summary>
    public required int InterestsMost { get; init; }

    /// <summary>Points for each thing both would rather not do.</summary>
    public required int SharedDislike { get; init; }

    /// <summary>The most points for shared dislikes together.</summary>
    public required int SharedDislikesMost { get; init; }

    /// <summary>Points taken off for each thing one likes and the other would rather not do.</summary>
    public required int Clash { get; init; }

    /// <summary>The most points taken off for clashes together.</summary>
    public required int ClashesMost { get; init; }

    /// <summary>Points for each way of talking both like.</summary>
    public required int TalkStyle { get; init; }

    /// <summary>The most points for ways of talking together.</summary>
    public required int TalkStylesMost { get; init; }

    /// <summary>Points when the mentor works where the young person hopes to work or study.</summary>
    public required int Hope { get; init; }

    /// <summary>Points for meeting in person within the same postcode district, such as LE2.</summary>
    public required int SameDistrict { get; init; }

    /// <summary>Points for meeting in person within the same postcode area, such as LE.</summary>
    public required int SameArea { get; init; }

    /// <summary>Points for each day of the week on which both are free for long enough.</summary>
    public required int CommonDay { get; init; }

    /// <summary>The most points for common days together.</summary>
    public required int CommonDaysMost { get; init; }

    /// <summary>Points for each language both speak beyond the one they must share.</summary>
    public required int Language { get; init; }

    /// <summary>The most points for languages together.</summary>
    public required int LanguagesMost { get; init; }

    /// <summary>How many days of waiting give one point.</summary>
    public required int WaitingDays { get; init; }

    /// <summary>The most points for waiting.</summary>
    public required int WaitingMost { get; init; }

    /// <summary>The most points a pair can have, waiting left out.</summary>
    public int MostOfAPair() => Goals.Sum() + PreferencesMost + InterestsMost + SharedDislikesMost + TalkStylesMost + Hope + Math.Max(SameDistrict, SameArea) + CommonDaysMost + LanguagesMost;
}

/// <summary>The limits of a policy.</summary>
public sealed record PolicyRules
{
    /// <summary>How many minutes a week both must be free at a stretch.</summary>
    public required int CommonMinutes { get; init; }

    /// <summary>How many offers a young person may have open at once.</summary>
    public required int MostOffers { get; init; }

    /// <summary>For how many days a no of either side keeps the same pair from being suggested again.</summary>
    public required int EarlierNoHoldsDays { get; init; }

    /// <summary>How many days after the end of a match nothing new is offered, so that the young person can take leave of the old one.</summary>
    public required int BufferDays { get; init; }

    /// <summary>By how many calendar years of birth a mentor must be older.</summary>
    public required int YearsOlder { get; init; }
}
