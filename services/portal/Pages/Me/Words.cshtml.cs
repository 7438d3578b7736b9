using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What they say in their own words.</summary>
public sealed class WordsModel : AboutPage
{
    /// <summary>Their goals.</summary>
    [BindProperty, StringLength(2000, ErrorMessage = "Make it a bit shorter: 2,000 characters at most.")]
    public string? GoalsInMyWords { get; set; }

    /// <summary>About them.</summary>
    [BindProperty, StringLength(2000, ErrorMessage = "Make it a bit shorter: 2,000 characters at most.")]
    public string? AboutMe { get; set; }

    /// <inheritdoc/>
    protected override string Heading => "In your own words";

    /// <inheritdoc/>
    protected override void Fill(MyProfile said) => (GoalsInMyWords, AboutMe) = (said.GoalsInMyWords, said.AboutMe);

    /// <inheritdoc/>
    protected override object Part() => new { goalsInMyWords = GoalsInMyWords ?? string.Empty, aboutMe = AboutMe ?? string.Empty };
}
