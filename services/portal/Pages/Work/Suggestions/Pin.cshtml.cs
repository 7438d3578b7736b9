using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>A caseworker's word about two people that stands above all points.</summary>
public abstract class MarkPage : MenteePage
{
    /// <summary>The mentor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid MentorId { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Say why, in a few words."), StringLength(500, MinimumLength = 3, ErrorMessage = "Say why in 3 to 500 characters.")]
    public string? Reason { get; set; }

    /// <summary>What is asked, with the mentor's name in the place of {0} and the young person's in that of {1}.</summary>
    protected abstract string Question { get; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotShown();

    /// <summary>Reads who the two are.</summary>
    protected async Task<bool> Load()
    {
        var names = NamesOf([], [MentorId]);
        var shown = await CanShow("{0}", $"/work/mentees/{Id}/suggestions/{MentorId}");
        Title = string.Format(Say.British, Question, (await names).Mentor(MentorId), Name);
        return shown;
    }

    /// <summary>Says it to matching.</summary>
    /// <param name="mark">pin or ban.</param>
    /// <param name="body">What is said.</param>
    /// <param name="done">What the next page says.</param>
    protected async Task<IActionResult> Mark(string mark, object body, string done)
    {
        if (!await Load()) return NotShown(typed: true);
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Put(Service.Matching, $"/mentees/{Id}/mentors/{MentorId}/{mark}", body);
        return outcome.IsDone ? Done($"/work/mentees/{Id}/suggestions/{MentorId}", done) : Refused(outcome);
    }
}

/// <summary>Keeps a mentor and a young person together in plans.</summary>
public sealed class PinModel : MarkPage
{
    /// <inheritdoc/>
    protected override string Question => "Keep {0} for {1}?";

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync() => Mark("pin", new { reason = Reason }, "Plans now keep the two together.");
}
