using System.ComponentModel.DataAnnotations;
using Mentoring.Contracts;

namespace Mentoring.Mentees;

/// <summary>The closed lists that words are chosen from.</summary>
public enum WordList
{
    /// <summary>See <see cref="Vocabulary.GoalAreas"/>.</summary>
    GoalAreas,

    /// <summary>See <see cref="Vocabulary.Interests"/>.</summary>
    Interests,

    /// <summary>See <see cref="Vocabulary.TalkStyles"/>.</summary>
    TalkStyles,

    /// <summary>See <see cref="Vocabulary.Languages"/>.</summary>
    Languages,

    /// <summary>See <see cref="Vocabulary.Wishes"/>.</summary>
    Wishes,

    /// <summary>See <see cref="Vocabulary.Sectors"/>.</summary>
    Sectors,

    /// <summary>See <see cref="Vocabulary.Factors"/>.</summary>
    Factors,

    /// <summary>See <see cref="Vocabulary.Strengths"/>.</summary>
    Strengths,
}

/// <summary>One word, or a list of different words, from a closed list.</summary>
/// <param name="list">The list.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordsFromAttribute(WordList list) : ValidationAttribute
{
    /// <summary>The list.</summary>
    public WordList List => list;

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        IReadOnlyList<string?> words = value switch
        {
            string word => [word],
            IReadOnlyList<string?> several => several,
            _ => [],
        };
        if (words.FirstOrDefault(w => w is null || !Known.Contains(w)) is { } unknown) return new($"“{Short(unknown)}” is not a word we know here. Choose from: {string.Join(", ", Known)}.");
        if (words.Contains(null)) return new($"There is an empty place in this list. Choose from: {string.Join(", ", Known)}.");
        return words.Distinct().Count() == words.Count ? ValidationResult.Success : new("A word stands twice in this list. Say each one once.");
    }

    private IReadOnlyList<string> Known => list switch
    {
        WordList.GoalAreas => Vocabulary.GoalAreas,
        WordList.Interests => Vocabulary.Interests,
        WordList.TalkStyles => Vocabulary.TalkStyles,
        WordList.Languages => Vocabulary.Languages,
        WordList.Wishes => Vocabulary.Wishes,
        WordList.Sectors => Vocabulary.Sectors,
        WordList.Factors => Vocabulary.Factors,
        WordList.Strengths => Vocabulary.Strengths,
        _ => throw new InvalidOperationException($"There is no list {list}."),
    };

    private static string Short(string word) => word.Length <= 40 ? word : $"{word[..40]}…";
}

/// <summary>A list without empty places in it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoEmptyPlacesAttribute() : ValidationAttribute("There is an empty place in this list. Take it out.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not System.Collections.IEnumerable list || list.Cast<object?>().All(item => item is not null);
}

/// <summary>Text as it is kept.</summary>
internal static class Kept
{
    /// <summary>Without spaces around it; null when nothing is left.</summary>
    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
