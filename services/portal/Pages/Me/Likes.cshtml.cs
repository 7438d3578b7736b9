using Mentoring.Contracts;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What they like, and what they would rather not do.</summary>
public sealed class LikesModel : AboutPage
{
    /// <summary>What can be tapped.</summary>
    public static IReadOnlyList<Choice> Things { get; } = Choice.Of(Vocabulary.Interests);

    /// <summary>What they like.</summary>
    [BindProperty]
    public List<string> Interests { get; set; } = [];

    /// <summary>What they would rather not do.</summary>
    [BindProperty]
    public List<string> Dislikes { get; set; } = [];

    /// <inheritdoc/>
    protected override string Heading => "What do you like?";

    /// <inheritdoc/>
    protected override void Fill(MyProfile said) => (Interests, Dislikes) = ([.. said.Interests], [.. said.Dislikes]);

    /// <inheritdoc/>
    protected override object? Part()
    {
        if (Interests.Intersect(Dislikes).FirstOrDefault() is { } both)
        {
            ModelState.AddModelError(nameof(Dislikes), $"You tapped “{Say.Word(both)}” in both lists. Do you like it or not?");
            return null;
        }

        return new { interests = Interests, dislikes = Dislikes };
    }
}
