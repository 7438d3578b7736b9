using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>What a mentor can help with, and how they can meet.</summary>
public sealed class AreasModel : MentoringPage
{
    /// <summary>Goal areas.</summary>
    [BindProperty]
    [MinLength(1, ErrorMessage = "Choose at least one thing you can help with.")]
    public List<string> GoalAreas { get; set; } = [];

    /// <summary>in-person and online.</summary>
    [BindProperty]
    [MinLength(1, ErrorMessage = "Choose in person, online, or both.")]
    public List<string> Ways { get; set; } = [];

    /// <summary>Postcode.</summary>
    [BindProperty]
    public string? Postcode { get; set; }

    /// <summary>How many young people at once.</summary>
    [BindProperty]
    public int Capacity { get; set; } = 1;

    /// <summary>Their record.</summary>
    public Part<OwnRecord> Record { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        if (Record.Value is { } me)
        {
            (GoalAreas, Postcode, Capacity) = ([.. me.Profile.GoalAreas], me.Profile.Postcode, me.Profile.Capacity);
            Ways = [.. new[] { (me.Profile.InPerson, "in-person"), (me.Profile.Online, "online") }.Where(w => w.Item1).Select(w => w.Item2)];
        }

        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        if (!ModelState.IsValid) return Page();
        if (Record.Value is not { } me) return Refused(Outcomes.Away);
        var profile = me.Profile with
        {
            GoalAreas = GoalAreas,
            InPerson = Ways.Contains("in-person"),
            Online = Ways.Contains("online"),
            Postcode = string.IsNullOrWhiteSpace(Postcode) ? null : Postcode.Trim(),
            Capacity = Capacity,
        };
        var outcome = await Ask.Put(Service.Mentor, $"/mentors/{me.MentorId}/profile", profile.Body(me.Phone));
        return outcome.IsDone ? Done(me.Stage == "invited" ? "/mentor/application" : "/mentor", "Saved.") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "How I can help – for mentors";
        Record = await Ask.Get<OwnRecord>(Service.Mentor, "/mentors/me");
        Back = Record.Value?.Stage == "invited" ? "/mentor/application" : "/mentor";
    }
}
