using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Who covers for a caseworker who is away.</summary>
public sealed class CoverModel : WorkPage
{
    /// <summary>The cover there is.</summary>
    public Part<CoverSeen> Present { get; private set; } = new();

    /// <summary>The name of who covers.</summary>
    public string By { get; private set; } = "a colleague";

    /// <summary>Who there is.</summary>
    public IReadOnlyList<Choice> From { get; private set; } = [];

    /// <summary>The colleague's account.</summary>
    [BindProperty, Required(ErrorMessage = "Choose a colleague.")]
    public Guid? Colleague { get; set; }

    /// <summary>The first day.</summary>
    [BindProperty]
    public DateParts First { get; set; } = new();

    /// <summary>The last day.</summary>
    [BindProperty]
    public DateParts Last { get; set; } = new();

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        if (Present.Value is { } present) (Colleague, First, Last) = (present.CoverId, DateParts.From(present.First), DateParts.From(present.Last));
        return Page();
    }

    /// <summary>Arranges it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        foreach (var (name, day) in new[] { (nameof(First), First), (nameof(Last), Last) })
            if (day.Read() is null) ModelState.AddModelError(name, day.IsEmpty ? $"Enter the {name.ToLower(Say.British)} day." : "Check the day: there is no such day.");
        if (First.Read() is { } first && Last.Read() is { } last && last < first) ModelState.AddModelError(nameof(Last), "The last day is before the first.");
        await Load();
        if (ModelState.IsValid && From.All(c => c.Value != Colleague.ToString())) ModelState.AddModelError(nameof(Colleague), "Choose a colleague from the list.");
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Put(Service.Mentee, "/caseworkers/me/cover", new { coverId = Colleague, first = First.Read(), last = Last.Read() });
        return outcome.IsDone ? Done("/work/cover", "Arranged. Your colleague sees your young people on these days.") : Refused(outcome, ("coverId", nameof(Colleague)));
    }

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostBackAsync()
    {
        var outcome = await Ask.Delete(Service.Mentee, "/caseworkers/me/cover");
        if (outcome.IsDone) return Done("/work/cover", "Nobody covers for you now.");
        ModelState.Clear();
        await Load();
        return Refused(outcome);
    }

    private async Task Load()
    {
        Title = "Cover while you are away";
        From = await Colleagues();
        Present = await Ask.Get<CoverSeen>(Service.Mentee, "/caseworkers/me/cover");
        if (Present.Value is { } present) By = (await StaffNames([present.CoverId])).GetValueOrDefault(present.CoverId, By);
    }

    /// <summary>A cover.</summary>
    public sealed record CoverSeen(Guid CoverId, DateOnly First, DateOnly Last);
}
