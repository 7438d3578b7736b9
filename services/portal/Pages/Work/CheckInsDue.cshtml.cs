using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>The check-ins and reviews that are due.</summary>
public sealed class CheckInsDueModel : WorkPage
{
    /// <summary>The queue.</summary>
    public Part<DueList> Due { get; private set; } = new();

    /// <summary>Names.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Check-ins and reviews due";
        Back = "/work";
        Due = await Ask.Get<DueList>(Service.Session, "/check-ins/due?take=100");
        if (Due.Value is { } due) Names = await NamesOf(due.Items.Select(d => d.MenteeId), due.Items.Select(d => d.MentorId));
        return Page();
    }

    /// <summary>The queue.</summary>
    public sealed record DueList(IReadOnlyList<DueSeen> Items, int Total, int Overdue);
}
