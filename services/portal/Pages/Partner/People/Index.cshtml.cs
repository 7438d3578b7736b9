using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Partner.People;

/// <summary>The partner's people: find, filter, invite.</summary>
/// <param name="drafts">Keeps what was searched for, so that no name stands in an address.</param>
/// <param name="invitations">Who was invited.</param>
public sealed class IndexModel(Drafts drafts, OwnInvitations invitations) : MentoringPage
{
    private const string Journey = "people-search";

    /// <summary>Only people at this stage.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Stage { get; set; }

    /// <summary>The cursor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>A part of the name or e-mail address.</summary>
    [BindProperty]
    public string? Search { get; set; }

    /// <summary>The people.</summary>
    public Part<Found<OwnPerson>> People { get; private set; } = new();

    /// <summary>How their invitations stand.</summary>
    public IReadOnlyDictionary<Guid, Invited> Invited { get; private set; } = new Dictionary<Guid, Invited>();

    /// <summary>How many on this page have no invitation and need one.</summary>
    public int Uninvited => People.Value?.Items.Count(p => p.Stage == "invited" && Invited.GetValueOrDefault(p.MentorId, Partner.Invited.Never).IsOwed) ?? 0;

    /// <summary>Whether something narrows the list.</summary>
    public bool IsNarrowed => Stage is not null || Search is not null;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return People.IsMissing ? Missing() : Page();
    }

    /// <summary>Searches.</summary>
    public async Task<IActionResult> OnPostSearchAsync()
    {
        var text = Search?.Trim();
        if (string.IsNullOrEmpty(text)) await drafts.Delete(Caller.Account, Journey, Gone);
        else await drafts.Write(Caller.Account, Journey, text.Length > 100 ? text[..100] : text, Gone);
        After = null;
        return Done("/partner/people" + Narrowed());
    }

    /// <summary>Invites everybody on this page who has not been.</summary>
    public async Task<IActionResult> OnPostInviteAsync()
    {
        await Load();
        if (!People.IsThere)
        {
            ModelState.AddModelError(string.Empty, "We could not reach your people just now, so nobody was invited. Try again in a moment.");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        var (sent, trouble) = await invitations.Send([.. People.Value.Items.Where(p => p.Stage == "invited")], Caller, again: false, Gone);
        return Done("/partner/people" + Narrowed(), $"{Say.Count(sent, "invitation is", "invitations are")} on the way. {trouble}".Trim());
    }

    /// <summary>The query that leads back here.</summary>
    /// <param name="handler">A handler of this page, for a form's address.</param>
    public QueryString Narrowed(string? handler = null) => QueryString.Create(
        new (string Name, string? Value)[] { ("stage", Stage), ("after", After?.ToString()), ("handler", handler) }.Where(q => q.Value is not null).Select(q => new KeyValuePair<string, string?>(q.Name, q.Value)));

    private async Task Load()
    {
        Title = "Our people";
        Search = await drafts.Read<string>(Caller.Account, Journey, Gone);
        if (!OwnWords.Stages.Any(s => s.Stage == Stage)) Stage = null;
        var query = QueryString.Create("take", "25");
        if (Stage is not null) query = query.Add("stage", Stage);
        if (Search is not null) query = query.Add("search", Search);
        if (After is { } after) query = query.Add("after", after.ToString());
        People = await Ask.Get<Found<OwnPerson>>(Service.Mentor, $"/partners/{Caller.Partner}/mentors{query}");
        if (People.IsThere) Invited = await invitations.Of(People.Value.Items, Gone);
    }
}
