using System.Collections.Frozen;
using Mentoring.Contracts;

namespace Mentoring.Matching.People;

/// <summary>
/// Numbers of the planes. A plane holds one byte for every mentor: for a word, 255 when the mentor has it and 0 when not, so that a byte is a mask;
/// for a number, the number. Thirty-two mentors lie side by side and are looked at in one step.
/// </summary>
internal static class Plane
{
    /// <summary>Whether the mentor can be matched with anybody at all today: cleared, described, with a free place and no conflict of interest.</summary>
    public const int Open = 0;

    /// <summary>Whether they meet in person.</summary>
    public const int InPerson = 1;

    /// <summary>Whether they meet online.</summary>
    public const int Online = 2;

    /// <summary>The number of the postcode area, in two planes of a byte each; 0 when there is none.</summary>
    public const int AreaLow = 3, AreaHigh = 4;

    /// <summary>The number of the postcode district, likewise.</summary>
    public const int DistrictLow = 5, DistrictHigh = 6;

    /// <summary>The number of the partner, likewise.</summary>
    public const int PartnerLow = 7, PartnerHigh = 8;

    /// <summary>The year of birth, counted from <see cref="FirstYear"/>; 0 when it is not known.</summary>
    public const int Born = 9;

    /// <summary>The youngest age they welcome; 0 without a wish.</summary>
    public const int WelcomesFrom = 10;

    /// <summary>The oldest age they welcome; 255 without a wish.</summary>
    public const int WelcomesUpTo = 11;

    /// <summary>The year that a year of birth is counted from.</summary>
    public const int FirstYear = 1900;

    private const int FirstWord = 12;

    /// <summary>Goal areas they can help with.</summary>
    public static FrozenDictionary<string, int> Helps { get; } = Numbered(Vocabulary.GoalAreas, FirstWord);

    /// <summary>Goal areas they cannot help with.</summary>
    public static FrozenDictionary<string, int> Cannot { get; } = Numbered(Vocabulary.GoalAreas, Helps.Values.Max() + 1);

    /// <summary>What they like.</summary>
    public static FrozenDictionary<string, int> Likes { get; } = Numbered(Vocabulary.Interests, Cannot.Values.Max() + 1);

    /// <summary>What they would rather not do.</summary>
    public static FrozenDictionary<string, int> Dislikes { get; } = Numbered(Vocabulary.Interests, Likes.Values.Max() + 1);

    /// <summary>How they like to talk.</summary>
    public static FrozenDictionary<string, int> Talks { get; } = Numbered(Vocabulary.TalkStyles, Dislikes.Values.Max() + 1);

    /// <summary>Languages they speak.</summary>
    public static FrozenDictionary<string, int> Speaks { get; } = Numbered(Vocabulary.Languages, Talks.Values.Max() + 1);

    /// <summary>What they say of themselves, and their kind of work.</summary>
    public static FrozenDictionary<string, int> Is { get; } = Numbered(Vocabulary.Wishes, Speaks.Values.Max() + 1);

    /// <summary>How many planes there are.</summary>
    public static int Count { get; } = Is.Values.Max() + 1;

    /// <summary>The planes of some words, each once. A word that is not in the vocabulary has no plane: nobody can have said it.</summary>
    public static ushort[] Of(this FrozenDictionary<string, int> list, IEnumerable<string> words) =>
        [.. words.Distinct().Where(list.ContainsKey).Select(word => (ushort)list[word])];

    private static FrozenDictionary<string, int> Numbered(IReadOnlyList<string> words, int first) =>
        words.Select((word, at) => KeyValuePair.Create(word, first + at)).ToFrozenDictionary();
}
