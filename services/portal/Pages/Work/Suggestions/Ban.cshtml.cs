using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Rules a mentor out for a young person, with the reason.</summary>
public sealed class BanModel : MarkPage
{
    /// <summary>The reasons there are.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("relative", "They are relatives"), new("former-worker", "The mentor has worked with them before"), new("conflict-of-interest", "Another conflict of interest"),
        new("young-person-asked", "The young person asked for it"), new("other", "Something else"),
    ];

    /// <summary>Which.</summary>
    [BindProperty, Required(ErrorMessage = "Choose why.")]
    public string? Kind { get; set; }

    /// <inheritdoc/>
    protected override string Question => "Rule out {0} for {1}?";

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync() => Mark("ban", new { kind = Kind, reason = Reason }, "The two are ruled out for each other.");
}
