using Mentoring.Portal.Pages.Safeguarding;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Concerns about the young people a caseworker looks after, once a safeguarding lead has read them. Nobody's words: to read them one opens a concern, and that is kept.</summary>
public sealed class ConcernsModel : WorkPage
{
    /// <summary>The 'next' of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The newest first.</summary>
    public Part<Page<Queued>> Concerns { get; private set; } = new();

    /// <summary>Names of young people.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>Names of leads.</summary>
    public StaffNames Leads { get; private set; } = new([]);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Concerns – for caseworkers";
        Concerns = await Ask.Get<Page<Queued>>(Service.Safeguarding, $"/concerns/caseload?take=25{(After is { } after ? $"&after={after}" : string.Empty)}");
        var concerns = Concerns.Value?.Items ?? [];
        Names = await NamesOf(concerns.Select(c => c.MenteeId).OfType<Guid>(), []);
        Leads = await Accounts.NamesOf(concerns.Select(c => c.Owner), Gone);
        return Page();
    }
}
