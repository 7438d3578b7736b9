using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>A mentor's screening: each check, what it says, and the clearance.</summary>
public sealed class ScreeningModel : MentorPage
{
    /// <summary>Names of staff.</summary>
    public IReadOnlyDictionary<Guid, string> Staff { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What roles need.</summary>
    public Part<IReadOnlyList<RoleSeen>> Rules { get; private set; } = new();

    /// <summary>What was asked by a question's short name.</summary>
    public string Asked(string kind, string question) =>
        (Rules.Value ?? []).SelectMany(r => r.Checks).Where(c => c.Kind == kind).SelectMany(c => c.Questions).FirstOrDefault(q => q.Name == question)?.Words ?? Say.Word(question);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var rules = Ask.Get<IReadOnlyList<RoleSeen>>(Service.Mentor, "/screening-rules");
        var shown = await CanShow("Screening of {0}", "/work/mentors");
        Rules = await rules;
        if (!shown) return NotShown();
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
        { HasFinding: true } => new("Passed, two look", "orange"),
        _ => new("Passed", "green"),
    };
}
