using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Safeguarding;

/// <summary>Finds a record by the link a colleague sent.</summary>
public sealed partial class RecordsModel : MentoringPage
{
    /// <summary>The link or the number.</summary>
    [BindProperty, Required(ErrorMessage = "Put in the link or the number."), StringLength(300, ErrorMessage = "That is too long to be a link of ours.")]
    public string? Address { get; set; }

    /// <summary>What it is.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>What there is.</summary>
    public IReadOnlyList<Choice> Kinds { get; } = [new(RecordKinds.Mentee, "A young person"), new(RecordKinds.Mentor, "A mentor"), new(RecordKinds.Match, "A match")];

    /// <summary>Asks.</summary>
    public void OnGet() => Title = "Open a record";

    /// <summary>Goes on to the reason.</summary>
    public IActionResult OnPost()
    {
        Title = "Open a record";
        if (!ModelState.IsValid) return Page();
        var found = Number().Match(Address!);
        if (!found.Success)
        {
            ModelState.AddModelError(nameof(Address), "There is no number of a record in that. Copy the whole link of the page.");
            return Page();
        }

        var kind = Address!.Contains("/mentees/", StringComparison.Ordinal) ? RecordKinds.Mentee
            : Address.Contains("/mentors/", StringComparison.Ordinal) ? RecordKinds.Mentor
            : Address.Contains("/matches/", StringComparison.Ordinal) ? RecordKinds.Match
            : Kinds.FirstOrDefault(k => k.Value == Kind)?.Value;
        if (kind is null)
        {
            ModelState.AddModelError(nameof(Kind), "Say what it is: a young person, a mentor or a match.");
            return Page();
        }

        return LocalRedirect($"/safeguarding/records/{kind}/{Guid.Parse(found.Value)}");
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
