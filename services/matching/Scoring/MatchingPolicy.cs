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

    /// <summary>What is new in this version, in a sentence or two.</summary>
    public required string Note { get; init; }

    /// <summary>How many points each thing is worth.</summary>
    public required PolicyWeights Weights { get; init; }

    /// <summary>The limits that are set and not scored.</summary>
    public required PolicyRules Rules { get; init; }

    /// <summary>What is never used for a score, in sentences.</summary>
    public required IReadOnlyList<string> NotUsed { get; init; }

    /// <summary>
    /// The first version. A perfect pair gets 100 points, of which what the young person wants to work on is the most:
    /// a mentor is there for their barriers first.
    /// </summary>
    public static MatchingPolicy First { get; } = new()
    {
        Version = 1,
        AdoptedOn = new(2026, 1, 1),
        Note = "The first policy. What the young person wants to work on counts most, then what they ask of a mentor, then what both like.",
        Weights = new()
        {
            Goals = [24, 12, 6],
            Preference = 8,
            PreferencesMost = 16,
            Interest = 4,
            InterestsMost = 12,
            TalkStyle = 4,
            TalkStylesMost = 8,
            SameDistrict = 10,
            SameArea = 5,
            CommonHour = 1,
            CommonHoursMost = 8,
            Language = 4,
            LanguagesMost = 4,
            Dislike = 2,
            DislikesMost = 6,
        },
        Rules = new() { CommonMinutes = 60, MostOffers = 3, EarlierNoHoldsDays = 180, BufferDays = 14 },
        NotUsed =
        [
            "Names, photos and how somebody writes.",
            "Age, gender, ethnicity, religion, health and sexuality, unless the young person asked for it or ruled it out and the mentor chose to say it.",
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

    /// <summary>Points for each way of talking both like.</summary>
    public required int TalkStyle { get; init; }

    /// <summary>The most points for ways of talking together.</summary>
    public required int TalkStylesMost { get; init; }

    /// <summary>Points for meeting in person within the same postcode district, such as LE2.</summary>
    public required int SameDistrict { get; init; }

    /// <summary>Points for meeting in person within the same postcode area, such as LE.</summary>
    public required int SameArea { get; init; }

    /// <summary>Points for each full hour a week when both are free.</summary>
    public required int CommonHour { get; init; }

    /// <summary>The most points for common hours together.</summary>
    public required int CommonHoursMost { get; init; }

    /// <summary>Points for each language both speak beyond the one they must share.</summary>
    public required int Language { get; init; }

    /// <summary>The most points for languages together.</summary>
    public required int LanguagesMost { get; init; }

    /// <summary>Points taken off for each thing one likes and the other would rather not do.</summary>
    public required int Dislike { get; init; }

    /// <summary>The most points taken off for dislikes together.</summary>
    public required int DislikesMost { get; init; }
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
}
