using Mentoring.Contracts;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What they wish for in a mentor, and whom they do not want.</summary>
public sealed class WishesModel : AboutPage
{
    /// <summary>How strongly.</summary>
    public static IReadOnlyList<Choice> Strengths { get; } = [new("", "It does not matter"), new("prefer", "I would like that"), new("must", "It has to be"), new("avoid", "Please not")];

    /// <summary>The words there are, in order.</summary>
    public static IReadOnlyList<string> Traits => Vocabulary.Traits;

    /// <summary>How strongly each is wished for, by word.</summary>
    [BindProperty]
    public Dictionary<string, string?> Wish { get; set; } = [];

    /// <inheritdoc/>
    protected override string Heading => "What do you wish for in a mentor?";

    /// <inheritdoc/>
    protected override void Fill(MyProfile said) => Wish = said.Preferences.ToDictionary(w => w.Trait, w => (string?)w.Strength);

    /// <inheritdoc/>
    protected override object Part() => new
    {
        preferences = Traits.Where(t => !string.IsNullOrEmpty(Wish.GetValueOrDefault(t))).Select(t => new { trait = t, strength = Wish[t] }).ToArray(),
    };
}
