using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Who needs what, by name.</summary>
public sealed class NeedsModel : WorkPage
{
    /// <summary>The summary.</summary>
    public Part<MenteesSummary> Summary { get; private set; } = new();

    /// <summary>Each need: where it stands on the page, what it is, what to do, and who; only those that somebody has.</summary>
    public IReadOnlyList<(string Place, string Title, string Help, NeedSeen Who, string To)> Needs => Summary.Value is not { } s ? [] :
    [
        .. new (string Place, string Title, string Help, NeedSeen Who, string To)[]
        {
            ("consent", "Their own yes", "Only they can say it. Invite them to their account, or look at it together.", s.ConsentMissing, string.Empty),
            ("profile", "What they want", "They tell it in their account, on their own or with you beside them.", s.ProfileMissing, "/profile"),
            ("plan", "A safety plan", "Make it together, or make a new one where the old one has run out.", s.RiskAssessmentMissing, "/safety-plan"),
            ("signature", "Names under the safety plan", "Both of you sign the version you have read.", s.RiskAssessmentUnsigned, "/safety-plan"),
            ("review", "Safety plan to look at again", "Within 30 days.", s.ReviewDue, "/safety-plan"),
            ("ending", "Ready until soon", "Consent or safety plan ends within 30 days. Renew it together, so that no meeting falls through.", s.ReadinessEnding, string.Empty),
        }.Where(n => n.Who.Count > 0),
    ];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Who needs what";
        Back = "/work";
        Summary = await Ask.Get<MenteesSummary>(Service.Mentee, "/mentees/summary");
        return Page();
    }
}
