using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Mentors for a young person, side by side with the reasons, and why not for the others.</summary>
public sealed class SuggestionsModel : MenteePage
{
    /// <summary>The most that are offered at once.</summary>
    public const int Most = 3;

    /// <summary>What matching says.</summary>
    public Part<SuggestionsSeen> Found { get; private set; } = new();

    /// <summary>Names of mentors.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>How many are shown side by side.</summary>
    [BindProperty(SupportsGet = true)]
    public int Take { get; set; } = Most;

    /// <summary>The mentors to offer; they stay ticked when more are shown or one is chosen again.</summary>
    [BindProperty(SupportsGet = true)]
    public List<Guid> Mentors { get; set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotShown();

    /// <summary>Goes on to the question whether to offer those that were ticked.</summary>
    /// <param name="more">Whether more mentors are to be shown first.</param>
    public async Task<IActionResult> OnPostAsync(bool more)
    {
        if (more) return LocalRedirect(Again(Id, Mentors));
        if (Mentors.Count is >= 1 and <= Most) return LocalRedirect($"/work/mentees/{Id}/offer?mentors={string.Join("&mentors=", Mentors)}");
        if (!await Load()) return NotShown();
        ModelState.AddModelError(nameof(Mentors), Mentors.Count == 0 ? "Tick one to three mentors to offer." : "Tick three mentors at the most.");
        return Page();
    }

    /// <summary>This page with more mentors, and with those ticked.</summary>
    public static string Again(Guid mentee, IEnumerable<Guid> ticked) => $"/work/mentees/{mentee}/suggestions?take=10{string.Concat(ticked.Take(10).Select(id => $"&mentors={id}"))}";

    private async Task<bool> Load()
    {
        Take = Take > Most ? 10 : Most;
        var found = Ask.Get<SuggestionsSeen>(Service.Matching, $"/mentees/{Id}/suggestions?take={Take}");
        var shown = await CanShow("Mentors for {0}");
        Found = await found;
        if (shown && Found.Value is { } value) Names = await NamesOf([], value.Suggestions.Select(s => s.MentorId));
        return shown;
    }
}
