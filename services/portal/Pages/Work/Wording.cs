using Mentoring.Contracts;

namespace Mentoring.Portal.Pages.Work;

/// <summary>The programme's words in a row.</summary>
public static class Wording
{
    /// <summary>Football, music and films. Names of languages and short forms keep their capitals.</summary>
    public static string Of(IEnumerable<string> words, bool names = false) => Say.List(words.Select(Say.Word).Select((word, i) => i == 0 || names ? word : Small(word)));

    /// <summary>A wish about a mentor: a parent, Muslim, somebody who works in teaching and training.</summary>
    public static string Wish(string word) => Vocabulary.Sectors.Contains(word) ? $"somebody who works in {Small(Say.Word(word))}" : Vocabulary.Traits.Contains(word) ? Small(Say.Word(word)) : Say.Word(word);

    /// <summary>A word inside a sentence: "Interview" is "interview", "DBS check" stays.</summary>
    public static string Small(string word) => word.Length > 1 && !char.IsUpper(word[1]) ? char.ToLowerInvariant(word[0]) + word[1..] : word;
}
