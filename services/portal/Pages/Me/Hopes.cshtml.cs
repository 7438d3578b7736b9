using Mentoring.Contracts;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>Where they hope to work, or study towards.</summary>
public sealed class HopesModel : AboutPage
{
    /// <summary>What can be tapped.</summary>
    public static IReadOnlyList<Choice> Sectors { get; } = Choice.Of(Vocabulary.Sectors);

    /// <summary>What they tapped.</summary>
    [BindProperty]
    public List<string> Hopes { get; set; } = [];

    /// <inheritdoc/>
    protected override string Heading => "What would you like to do?";

    /// <inheritdoc/>
    protected override void Fill(MyProfile said) => Hopes = [.. said.Hopes];

    /// <inheritdoc/>
    protected override object Part() => new { hopes = Hopes };
}
