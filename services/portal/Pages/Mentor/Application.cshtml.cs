using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>A mentor's application as a list of tasks.</summary>
public sealed class ApplicationModel : MentoringPage
{
    /// <summary>The parts with their page, their words and what they are for.</summary>
    public static IReadOnlyList<(string Part, string Href, string Title, string Hint)> Parts { get; } =
    [
        ("about-me", "/mentor/about", "About me", "A few words that a young person reads before they choose"),
        ("areas", "/mentor/areas", "How I can help", "What you can help with, and how you can meet"),
        ("availability", "/mentor/availability", "When I am free", "Your usual week, and when you are away"),
        ("references", "/mentor/references", "Who can speak for me", "Two people who know you and are not family"),
        ("training", "/mentor/training", "Training", "What you have done so far"),
        ("agreement", "/mentor/agreement", "The agreement", "Read it and sign it, last of all"),
    ];

    /// <summary>Their record.</summary>
    public Part<OwnRecord> Record { get; private set; } = new();

    /// <summary>Whether it was sent just now.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Your application – for mentors";
        Record = await Ask.Get<OwnRecord>(Service.Mentor, "/mentors/me");
        return Record.IsMissing ? Missing() : Page();
    }
}
