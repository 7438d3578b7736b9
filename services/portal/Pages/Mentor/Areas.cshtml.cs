using System.ComponentModel.DataAnnotations;
using Mentoring.Contracts;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>What a mentor can help with, and how they can meet.</summary>
public sealed class AreasModel : MentoringPage
{
    /// <summary>Kinds of work.</summary>
    public static IReadOnlyList<Choice> Sectors { get; } = [new(string.Empty, "Not said"), .. Choice.Of(Vocabulary.Sectors).OrderBy(c => c.Text, StringComparer.Ordinal)];

    /// <summary>The ages that can be named, as the mentor service takes them.</summary>
    public static IReadOnlyList<Choice> Ages { get; } = [new(string.Empty, "No wish"), .. Enumerable.Range(10, 16).Select(age => new Choice(age.ToString(Say.British), age.ToString(Say.British)))];

    /// <summary>Goal areas.</summary>
    [BindProperty]
    [MinLength(1, ErrorMessage = "Choose at least one thing you can help with.")]
    public List<string> GoalAreas { get; set; } = [];

    /// <summary>Goal areas to leave out.</summary>
    [BindProperty]
    public List<string> CannotHelpWith { get; set; } = [];

    /// <summary>The kind of work they do.</summary>
    [BindProperty]
    public string? Sector { get; set; }

    /// <summary>How old a young person should be at least.</summary>
    [BindProperty]
    public int? WelcomesFrom { get; set; }

    /// <summary>How old a young person should be at most.</summary>
    [BindProperty]
    public int? WelcomesUpTo { get; set; }

    /// <summary>Whether they work for the council's care teams.</summary>
    [BindProperty]
    public bool WorksInCareTeams { get; set; }

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
            (CannotHelpWith, Sector, WelcomesFrom, WelcomesUpTo, WorksInCareTeams) = ([.. me.Profile.CannotHelpWith], me.Profile.Sector, me.Profile.WelcomesFrom, me.Profile.WelcomesUpTo, me.Profile.WorksInCareTeams);
            Ways = [.. new[] { (me.Profile.InPerson, "in-person"), (me.Profile.Online, "online") }.Where(w => w.Item1).Select(w => w.Item2)];
        }

        return Page();
    }

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        if (GoalAreas.Intersect(CannotHelpWith).FirstOrDefault() is { } both) ModelState.AddModelError(nameof(CannotHelpWith), $"You chose “{Say.Word(both)}” in both lists. Can you help with it or not?");
        if (WelcomesFrom > WelcomesUpTo) ModelState.AddModelError(nameof(WelcomesUpTo), "The oldest age is under the youngest. Choose a higher one, or leave it open.");
        if (!ModelState.IsValid) return Page();
        if (Record.Value is not { } me) return Refused(Outcomes.Away);
        var profile = me.Profile with
        {
            GoalAreas = GoalAreas,
            CannotHelpWith = CannotHelpWith,
            Sector = Sector,
            WelcomesFrom = WelcomesFrom,
            WelcomesUpTo = WelcomesUpTo,
            WorksInCareTeams = WorksInCareTeams,
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
