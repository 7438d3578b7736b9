using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>People who would like to be a mentor and have no partner.</summary>
public sealed class InterestsModel : WorkPage
{
    /// <summary>Which are shown: open or handled.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>The cursor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>Whom the note is about, while it is not saved.</summary>
    public Guid? About { get; private set; }

    /// <summary>A note.</summary>
    [BindProperty, StringLength(500, ErrorMessage = "Keep the note under 500 characters.")]
    public string? Note { get; set; }

    /// <summary>One page of them.</summary>
    public Part<InterestsSeen> List { get; private set; } = new();

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Page();
    }

    /// <summary>Says what became of one.</summary>
    /// <param name="id">Which.</param>
    /// <param name="became">answered or registered.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string became)
    {
        About = id;
        if (!ModelState.IsValid)
        {
            // Several people stand on this page, so that the field alone does not say whose note it is.
            ModelState.Clear();
            ModelState.AddModelError(string.Empty, "Keep the note under 500 characters.");
            await Load();
            return Page();
        }

        var outcome = await Ask.Post(Service.Mentor, $"/interests/{id}/handling", new { outcome = became == "registered" ? "registered" : "answered", note = PersonFields.OrNull(Note) });
        if (outcome.IsDone) return Done("/work/interests", "Noted.");
        await Load();
        return Refused(outcome);
    }

    private async Task Load()
    {
        if (Show != "all") Show = null;
        Title = "People who would like to be a mentor";
        Back = "/work/mentors";
        List = await Ask.Get<InterestsSeen>(Service.Mentor, $"/interests?take=25{(Show is null ? "&state=open" : string.Empty)}{(After is null ? string.Empty : "&after=" + After)}");
    }

    /// <summary>A page of interests.</summary>
    public sealed record InterestsSeen(IReadOnlyList<InterestSeen> Items, Guid? Next, int Total);

    /// <summary>Somebody who would like to be a mentor.</summary>
    public sealed record InterestSeen(Guid Id, string Name, string Email, string? WorksFor, string Words, DateTimeOffset SaidAt, string State, string? Note);
}
