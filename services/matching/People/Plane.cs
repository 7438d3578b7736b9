using System.Collections.Frozen;
using Mentoring.Contracts;

namespace Mentoring.Matching.People;

/// <summary>
/// Numbers of the planes. A plane holds one bit for every mentor: for a word, whether the mentor has it; for a number, one of its binary digits, so that a
/// number takes several planes, the lowest digit first. The bits of 256 mentors lie side by side and are looked at in one step.
/// </summary>
internal static class Plane
{
    /// <summary>Whether the mentor can be matched with anybody at all today: cleared, described, with a free place and no conflict of interest.</summary>
    public const int Open = 0;

    /// <summary>Whether they meet in person.</summary>
    public const int InPerson = 1;

    /// <summary>Whether they meet online.</summary>
    public const int Online = 2;

    /// <summary>The number of the postcode area; 0 when there is none.</summary>
    public const int Area = 3;

    /// <summary>The number of the postcode district, likewise.</summary>
    public const int District = Area + NumberDigits;

    /// <summary>The number of the partner, likewise.</summary>
    public const int Partner = District + NumberDigits;

    /// <summary>The year of birth, counted from <see cref="FirstYear"/>; 0 when it is not known.</summary>
    public const int Born = Partner + NumberDigits;

    /// <summary>The youngest age they welcome; 0 without a wish.</summary>
    public const int WelcomesFrom = Born + YearDigits;

    /// <summary>The oldest age they welcome; <see cref="OldestAge"/> without a wish.</summary>
    public const int WelcomesUpTo = WelcomesFrom + AgeDigits;

    /// <summary>Binary digits of the number of an area, a district or a partner.</summary>
    public const int NumberDigits = 16;

    /// <summary>Binary digits of a year.</summary>
    public const int YearDigits = 8;

    /// <summary>Binary digits of an age.</summary>
    public const int AgeDigits = 5;

    /// <summary>The year that a year of birth is counted from.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year of birth that can be told apart.</summary>
    public const int LastYear = FirstYear + (1 << YearDigits) - 1;

    /// <summary>The oldest age that can be told apart; wishes name 10 to 25.</summary>
    public const int OldestAge = (1 << AgeDigits) - 1;

    private const int FirstWord = WelcomesUpTo + AgeDigits;

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
