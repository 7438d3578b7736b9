using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>The businesses that offer mentors, and those that ask to.</summary>
public sealed class PartnersModel : AdminPage
{
    /// <summary>The 'next' of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>Those who ask to join.</summary>
    public Part<Requests> Requests { get; private set; } = new();

    /// <summary>The partners.</summary>
    public Part<Page<PartnerSeen>> List { get; private set; } = new();

    /// <summary>Names of coordinators by partner.</summary>
    public IReadOnlyDictionary<Guid, List<string>> Coordinators { get; private set; } = new Dictionary<Guid, List<string>>();

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Partners";
        var requests = Ask.Get<Requests>(Service.Mentor, "/partner-requests?state=open&take=10");
        var list = Ask.Get<Page<PartnerSeen>>(Service.Mentor, $"/partners?take=24{(After is { } after ? $"&after={after}" : string.Empty)}");
        List = await list;
        Requests = await requests;
        var ids = List.Value?.Items.Select(p => (PartnerId?)new PartnerId(p.PartnerId)).ToList() ?? [];
        Coordinators = (await Db.Accounts.AsNoTracking().Where(a => a.DisabledAt == null && a.Roles.Contains(Roles.Coordinator) && ids.Contains(a.PartnerId))
                .Select(a => new { a.PartnerId, Name = a.Name ?? Staff.Nameless }).ToListAsync(Gone))
            .GroupBy(a => a.PartnerId!.Value.Value).ToDictionary(g => g.Key, g => g.Select(a => a.Name).Order(StringComparer.Ordinal).ToList());
        return Page();
    }
}
