using Mentoring.Contracts;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What they wish for in a mentor, and whom they do not want.</summary>
public sealed class WishesModel : AboutPage
{
    // As many as the mentee service keeps.
    private const int Most = 20;

    /// <summary>How strongly.</summary>
    public static IReadOnlyList<Choice> Strengths { get; } = [new("", "It does not matter"), new("prefer", "I would like that"), new("must", "It has to be"), new("avoid", "Please not")];

    /// <summary>All that can be wished for, the most asked for first; the others are folded until something in them is chosen.</summary>
    public static IReadOnlyList<WishGroup> Groups { get; } =
    [
        new("Who they are", Vocabulary.Traits),
        new("Their faith", Vocabulary.Faiths),
        new("Their heritage", Vocabulary.Heritages),
        new("The work they do", Vocabulary.Sectors),
    ];

    /// <summary>How strongly each is wished for, by word.</summary>
    [BindProperty]
    public Dictionary<string, string?> Wish { get; set; } = [];

    /// <summary>The name of the field of a word.</summary>
    public static string Field(string word) => $"{nameof(Wish)}[{word}]";

    /// <summary>Whether a word is wished for or ruled out.</summary>
    public bool Asks(string word) => !string.IsNullOrEmpty(Wish.GetValueOrDefault(word));

    /// <inheritdoc/>
    protected override string Heading => "What do you wish for in a mentor?";

    /// <inheritdoc/>
    protected override void Fill(MyProfile said) => Wish = said.Preferences.ToDictionary(w => w.Trait, w => (string?)w.Strength);

    /// <inheritdoc/>
    protected override object? Part()
    {
        string[] asked = [.. Groups.SelectMany(g => g.Words).Where(Asks)];
        if (asked.Length <= Most) return new { preferences = asked.Select(word => new { trait = word, strength = Wish[word] }).ToArray() };
        ModelState.AddModelError(Field(asked[Most]), $"You chose {asked.Length} things. Keep the {Most} that matter most to you.");
        return null;
    }
}

/// <summary>Wishes of one kind.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Words">Words of the programme.</param>
public sealed record WishGroup(string Title, IReadOnlyList<string> Words);
