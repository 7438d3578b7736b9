using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>A mentor's screening: each check, what it says, and the clearance.</summary>
public sealed class ScreeningModel : MentorPage
{
    /// <summary>Names of staff.</summary>
    public IReadOnlyDictionary<Guid, string> Staff { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await CanShow("Screening of {0}", "/work/mentors")) return NotShown();
        Staff = await StaffNames(Mentor.Checks.Select(c => (Guid?)c.RecordedBy));
        return Page();
    }

    /// <summary>How a check stands today.</summary>
    public Stage How(string kind) => Mentor.Newest(kind) switch
    {
        null => new("To do", "blue"),
        { Outcome: "failed" } => new("Not passed", "red"),
        { ValidUntil: { } until } when until < Today => new("Ran out", "orange"),
        _ when Mentor.StillNeeded.Contains(kind) => new("Not enough", "orange"),
        _ => new("Passed", "green"),
    };
}
