using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>The training a mentor has done.</summary>
public sealed class TrainingModel : MentoringPage
{
    /// <summary>Which.</summary>
    [BindProperty]
    [StringLength(120, ErrorMessage = "Keep the name under 120 characters.")]
    public string? Name { get; set; }

    /// <summary>When.</summary>
    [BindProperty]
    public DateParts DoneOn { get; set; } = new();

    /// <summary>What is taken out.</summary>
    [BindProperty]
    public string? What { get; set; }

    /// <summary>Their record.</summary>
    public Part<OwnRecord> Record { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Record.IsMissing ? Missing() : Page();
    }

    /// <summary>Adds one.</summary>
    public async Task<IActionResult> OnPostAddAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        var on = DoneOn.Read();
        if (string.IsNullOrWhiteSpace(Name)) ModelState.AddModelError(nameof(Name), "Enter which training it was.");
        if (on is null) ModelState.AddModelError(nameof(DoneOn), DoneOn.IsEmpty ? "Enter when it was." : "Enter a real date, like 14 10 2026.");
        else if (on > Today) ModelState.AddModelError(nameof(DoneOn), "This is in the future. Tell us once it is done.");
        else if (on < Today.AddYears(-10)) ModelState.AddModelError(nameof(DoneOn), "This is more than ten years ago. Tell us of newer training.");
        if (!ModelState.IsValid) return Page();
        if (Record.Value is not { } me) return Refused(Outcomes.Away);
        return await Save(me, [.. me.Trainings, new TrainingDone(Name!.Trim(), on!.Value)], "Thank you. A caseworker looks at it.");
    }

    /// <summary>Takes one out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        if (Record.Value is not { } me) return Refused(Outcomes.Away);
        return await Save(me, [.. me.Trainings.Where(t => Key(t) != What)], "Saved.");
    }

    /// <summary>How one is named in a form.</summary>
    public static string Key(TrainingDone training) => $"{training.DoneOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {training.Name}";

    private async Task<IActionResult> Save(OwnRecord me, IReadOnlyList<TrainingDone> trainings, string notice)
    {
        var outcome = await Ask.Put(Service.Mentor, $"/mentors/{me.MentorId}/training", new { trainings });
        return outcome.IsDone ? Done("/mentor/training", notice) : Refused(outcome, ($"trainings[{trainings.Count - 1}].name", nameof(Name)), ("trainings", nameof(Name)));
    }

    private async Task Load()
    {
        Title = "Training – for mentors";
        Record = await Ask.Get<OwnRecord>(Service.Mentor, "/mentors/me");
        Back = Record.Value?.Stage is "cleared" or "paused" or "ended" ? "/mentor" : "/mentor/application";
    }
}
