using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>One match: where it stands, what comes next, why, and how it goes.</summary>
public sealed class MatchModel : MatchPage
{
    /// <summary>How it goes, from the session service.</summary>
    public Part<HowItGoesSeen> Course { get; private set; } = new();

    /// <summary>The moment.</summary>
    public DateTimeOffset Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Names of staff.</summary>
    public IReadOnlyDictionary<Guid, string> Staff { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var course = Ask.Get<HowItGoesSeen>(Service.Session, $"/matches/{Id}/how-it-goes");
        var shown = await CanShow("{0}", "/work/matches");
        Course = await course;
        if (!shown) return NotShown();
        Staff = await StaffNames([Match.OfferedBy, Match.ApprovedBy, Match.Closing?.RecordedBy]);
        return Page();
    }

    /// <summary>A colleague's name.</summary>
    public string Colleague(Guid? account) => account is { } id ? Staff.GetValueOrDefault(id, "a caseworker") : "a caseworker";
}
