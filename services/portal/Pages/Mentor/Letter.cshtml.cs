using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>The letter with the last decision on a mentor.</summary>
public sealed class LetterModel : MentoringPage
{
    /// <summary>The letter.</summary>
    public Part<LetterSeen> Letter { get; private set; } = new();

    /// <summary>What stands above it.</summary>
    public string Heading => Letter.Value?.Decision == "cleared" ? "You are cleared" : "What we decided";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Back = "/mentor";
        Letter = await Ask.Get<LetterSeen>(Service.Mentor, "/mentors/me/letter");
        Title = $"{Heading} – for mentors";
        return Letter.IsMissing ? Missing() : Page();
    }

    /// <summary>A letter.</summary>
    /// <param name="Decision">cleared or declined.</param>
    /// <param name="On">The day of it.</param>
    /// <param name="Paragraphs">Its words.</param>
    /// <param name="Criteria">What everybody has to meet.</param>
    /// <param name="AskAgainUntil">Until when they may ask for it to be looked at again.</param>
    public sealed record LetterSeen(string Decision, DateOnly On, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Criteria, DateOnly? AskAgainUntil);
}
