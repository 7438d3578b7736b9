namespace Mentoring.Contracts;

/// <summary>
/// The closed word lists that the services share. Facts carry only these words, so that nothing a person typed freely
/// leaves the service that owns it.
/// </summary>
public static class Vocabulary
{
    /// <summary>What a young person may want to work on: the barriers the programme was designed around.</summary>
    public static IReadOnlyList<string> GoalAreas { get; } =
    [
        "money", "housing", "mental-health", "work", "education", "identity", "siblings", "bullying", "confidence", "safety", "everyday-skills",
    ];

    /// <summary>Things to like or dislike doing and talking about.</summary>
    public static IReadOnlyList<string> Interests { get; } =
    [
        "animals", "art", "baking", "cars", "coding", "cooking", "cricket", "cycling", "dance", "fashion", "films", "football", "gaming", "gardening",
        "history", "music", "music-production", "nature", "photography", "reading", "running", "science", "swimming", "travel", "volunteering", "writing",
    ];

    /// <summary>Languages as BCP 47 tags; <c>bfi</c> is British Sign Language.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [
        "en", "cy", "bfi", "ar", "bn", "es", "fa", "fr", "gu", "hi", "ku", "pa", "pl", "ps", "pt", "ro", "so", "sq", "ti", "tr", "uk", "ur", "vi", "zh",
    ];

    /// <summary>How a person likes to talk.</summary>
    public static IReadOnlyList<string> TalkStyles { get; } = ["walk-and-talk", "sit-down", "doing-things", "messages-first", "straight-talking", "gentle"];

    /// <summary>What a mentor may say of themselves, and a young person may ask for or rule out. Always volunteered, never required.</summary>
    public static IReadOnlyList<string> Traits { get; } = ["woman", "man", "non-binary", "care-experienced", "lgbtq", "parent", "disabled", "under-30", "over-50"];

    /// <summary>The faith a mentor may say they have, or that they have none. Never asked for by the programme.</summary>
    public static IReadOnlyList<string> Faiths { get; } = ["buddhist", "christian", "hindu", "jewish", "muslim", "sikh", "no-faith"];

    /// <summary>The heritage a mentor may say they have, in the broad groups of the 2021 Census of England and Wales. Used only where a young person asks for it.</summary>
    public static IReadOnlyList<string> Heritages { get; } = ["arab-heritage", "asian-heritage", "black-heritage", "mixed-heritage", "white-heritage", "roma-or-traveller"];

    /// <summary>Kinds of work: where a mentor works, and where a young person hopes to work or study towards.</summary>
    public static IReadOnlyList<string> Sectors { get; } =
    [
        "animal-care", "beauty", "building-trades", "charity-work", "childcare", "creative-arts", "engineering", "farming", "finance", "government", "health-care",
        "hospitality", "law", "manufacturing", "media", "retail", "science-and-research", "social-care", "sport-and-fitness", "teaching", "technology", "transport",
    ];

    /// <summary>Everything a mentor may say of themselves: <see cref="Traits"/>, <see cref="Faiths"/> and <see cref="Heritages"/>.</summary>
    public static IReadOnlyList<string> Descriptions { get; } = [.. Traits, .. Faiths, .. Heritages];

    /// <summary>Everything a young person may ask for or rule out: <see cref="Descriptions"/> and <see cref="Sectors"/>.</summary>
    public static IReadOnlyList<string> Wishes { get; } = [.. Descriptions, .. Sectors];

    /// <summary>What a young person may ask never to be matched on: the parts of a score that look at them.</summary>
    public static IReadOnlyList<string> Factors { get; } = ["goals", "interests", "dislikes", "talk-styles", "hopes", "near", "time", "languages"];

    /// <summary>How strongly a preference is held.</summary>
    public static IReadOnlyList<string> Strengths { get; } = ["must", "prefer", "avoid"];

    /// <summary>Why a match ended: as planned, early by agreement or drift, or because one side had to.</summary>
    public static IReadOnlyList<string> EndingKinds { get; } = ["planned", "early", "unwilling"];

    /// <summary>Who said something about a match.</summary>
    public static IReadOnlyList<string> Voices { get; } = ["mentee", "mentor", "caseworker", "programme"];

    /// <summary>The reminders of a session.</summary>
    public static IReadOnlyList<string> Reminders { get; } = ["day-before", "hour-before"];
}
