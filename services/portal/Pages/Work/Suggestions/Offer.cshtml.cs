using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Asks once before mentors are offered.</summary>
public sealed class OfferModel : MenteePage
{
    /// <summary>The mentors to offer.</summary>
    [BindProperty(SupportsGet = true)]
    public List<Guid> Mentors { get; set; } = [];

    /// <summary>Names of mentors.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => Mentors.Count is < 1 or > SuggestionsModel.Most ? LocalRedirect($"/work/mentees/{Id}/suggestions") : await Load() ? Page() : NotShown();

    /// <summary>Offers them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Ask.Post(Service.Matching, $"/mentees/{Id}/offers", new { mentorIds = Mentors });
        if (outcome.IsDone) return Done($"/work/mentees/{Id}/matches", $"Offered. Now it is the young person's turn to choose.");
        if (!await Load()) return NotShown();
        // The service names a mentor by id, because it knows no names.
        return Refused(outcome with { Sentence = Mentors.Aggregate(outcome.Sentence, (said, id) => said?.Replace($"Mentor {id}", Names.Mentor(id), StringComparison.OrdinalIgnoreCase)) });
    }

    private async Task<bool> Load()
    {
        var names = NamesOf([], Mentors.Take(SuggestionsModel.Most));
        var shown = await CanShow("Offer mentors to {0}?", SuggestionsModel.Again(Id, Mentors));
        Names = await names;
        return shown;
    }
}
