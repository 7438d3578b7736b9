using Mentoring.Contracts;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>How they like to talk, and in which languages.</summary>
public sealed class TalkModel : AboutPage
{
    /// <summary>Ways to talk.</summary>
    public static IReadOnlyList<Choice> Ways { get; } = Choice.Of(Vocabulary.TalkStyles);

    /// <summary>Languages.</summary>
    public static IReadOnlyList<Choice> Spoken { get; } = Choice.Of(Vocabulary.Languages);

    /// <summary>How they like to talk.</summary>
    [BindProperty]
    public List<string> TalkStyles { get; set; } = [];

    /// <summary>Their languages.</summary>
    [BindProperty]
    public List<string> Languages { get; set; } = [];

    /// <inheritdoc/>
    protected override string Heading => "How do you like to talk?";

    /// <inheritdoc/>
    protected override void Fill(MyProfile said) => (TalkStyles, Languages) = ([.. said.TalkStyles], [.. said.Languages]);

    /// <inheritdoc/>
    protected override object Part() => new { talkStyles = TalkStyles, languages = Languages };
}
