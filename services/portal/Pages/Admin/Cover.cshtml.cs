using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Arranges cover for a caseworker who is away without having been able to.</summary>
public sealed class CoverModel : AdminPage
{
    /// <summary>Who is away.</summary>
    [BindProperty]
    public Guid? Absent { get; set; }

    /// <summary>Who stands in.</summary>
    [BindProperty]
    public Guid? Cover { get; set; }

    /// <summary>The first day.</summary>
    [BindProperty]
    public DateParts First { get; set; } = new();

    /// <summary>The last day.</summary>
    [BindProperty]
    public DateParts Last { get; set; } = new();

    /// <summary>Who is back.</summary>
    [BindProperty]
    public Guid? IsBack { get; set; }

    /// <summary>The caseworkers.</summary>
    public IReadOnlyList<StaffMember> Caseworkers { get; private set; } = [];

    /// <summary>The caseworkers to choose from.</summary>
    public IReadOnlyList<Choice> Choices => [new("", "Choose a caseworker"), .. Caseworkers.Select(c => new Choice(c.Id.ToString(), c.Name))];

    /// <summary>Shows the form.</summary>
    public Task OnGetAsync() => Load();

    /// <summary>Arranges it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Absent is null) ModelState.AddModelError(nameof(Absent), "Choose who is away.");
        if (Cover is null) ModelState.AddModelError(nameof(Cover), "Choose who stands in.");
        else if (Cover == Absent) ModelState.AddModelError(nameof(Cover), "Choose somebody else: nobody can stand in for themselves.");
        var (first, last) = (First.Read(), Last.Read());
        if (first is null) ModelState.AddModelError(nameof(First), "Enter the first day, such as 7 12 2026.");
        if (last is null) ModelState.AddModelError(nameof(Last), "Enter the last day, such as 18 12 2026.");
        if (!ModelState.IsValid) return Page();

        var outcome = await Ask.Put(Service.Mentee, $"/caseworkers/{Absent}/cover", new { coverId = Cover, first, last });
        if (outcome.IsDone) return Done("/admin/cover", $"{Name(Cover)} stands in for {Name(Absent)} from {Say.Day(first!.Value)} to {Say.Day(last!.Value)}.");
        return outcome.IsMissing ? Say404(nameof(Absent)) : Refused(outcome, ("coverId", nameof(Cover)));
    }

    /// <summary>Ends it early.</summary>
    public async Task<IActionResult> OnPostEndAsync()
    {
        await Load();
        if (IsBack is null) ModelState.AddModelError(nameof(IsBack), "Choose who is back.");
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Delete(Service.Mentee, $"/caseworkers/{IsBack}/cover");
        return outcome.IsDone || outcome.IsMissing ? Done("/admin/cover", $"Nobody stands in for {Name(IsBack)} any more.") : Refused(outcome);
    }

    // The service tells apart who has a caseload, and nothing more.
    private IActionResult Say404(string field)
    {
        ModelState.AddModelError(field, "They look after no young people, so there is nothing to cover.");
        return Page();
    }

    private string Name(Guid? id) => Caseworkers.FirstOrDefault(c => c.Id == id)?.Name ?? Staff.Nameless;

    private async Task Load()
    {
        Title = "Cover for a caseworker";
        Caseworkers = await Db.StaffWith(Gone, Roles.Caseworker);
    }
}
