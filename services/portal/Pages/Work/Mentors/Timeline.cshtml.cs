using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>What happened with a mentor: who, when and why.</summary>
public sealed class MentorTimelineModel : MentorPage
{
    /// <summary>From the mentor service.</summary>
    public Part<MentorTimeline> Timeline { get; private set; } = new();

    /// <summary>Names of staff.</summary>
    public IReadOnlyDictionary<Guid, string> Staff { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var timeline = Ask.Get<MentorTimeline>(Service.Mentor, $"/mentors/{Id}/timeline");
        var shown = await CanShow("Timeline of {0}", "/work/mentors");
        Timeline = await timeline;
        if (!shown) return NotShown();
        Staff = await StaffNames((Timeline.Value?.Happenings ?? []).SelectMany(h => new[] { h.By, h.ProposedBy }));
        return Page();
    }

    /// <summary>Who did it: staff by name; who has none here did it for themselves.</summary>
    public string? Who(MentorHappening happening) => happening.By is { } by ? Staff.GetValueOrDefault(by, Mentor.FirstName) : null;

    /// <summary>What happened.</summary>
    public string What(MentorHappening happening) => happening switch
    {
        { Check: { } check } => $"{Say.Check(check.Kind)}: {(check.Outcome == "passed" ? "passed" : "not passed")}",
        { Section: { } section } => section switch
        {
            "profile" => "What they offer was changed",
            "availability" => "When they are free was changed",
            "referees" => "Referees were changed",
            "training" => "Training was changed",
            _ => "Details came with the partner's list",
        },
        { Corrected.Count: > 0 } => $"Put right: {Say.List(happening.Corrected.Select(c => Say.Word(c).ToLower(Say.British)))}",
        { Stage: { } stage } => stage switch
        {
            "invited" => "Registered",
            "applied" => "Applied",
            "screening" => happening.ProposedBy is null ? "Screening" : "The clearance that was proposed is not given",
            "cleared" => happening.ProposedBy is { } first ? $"Cleared in spite of a finding, as {Staff.GetValueOrDefault(first, "a colleague")} had proposed" : "Cleared",
            "paused" => "Began a break",
            "left" => "Left the programme",
            "declined" => "Declined",
            _ => Say.Word(stage),
        },
        _ => Say.Word(happening.What),
    };
}
