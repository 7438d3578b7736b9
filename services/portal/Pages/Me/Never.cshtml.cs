using Mentoring.Contracts;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What is never to be looked at when mentors are compared.</summary>
public sealed class NeverModel : AboutPage
{
    /// <summary>What can be tapped.</summary>
    public static IReadOnlyList<Choice> Factors { get; } = Choice.Of(Vocabulary.Factors);

    /// <summary>What they tapped.</summary>
    [BindProperty]
    public List<string> NeverMatchOn { get; set; } = [];

    /// <inheritdoc/>
    protected override string Heading => "What should we not match you on?";

    /// <inheritdoc/>
    protected override void Fill(MyProfile said) => NeverMatchOn = [.. said.NeverMatchOn];

    /// <inheritdoc/>
    protected override object Part() => new { neverMatchOn = NeverMatchOn };
}
