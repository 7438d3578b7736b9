using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>The invitations of staff and coordinators, the newest first.</summary>
public sealed class InvitationsModel : AdminPage
{
    /// <summary>The 'next' of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The invitations.</summary>
    public Page<InvitationView> List { get; private set; } = new() { Items = [], Next = null };

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Invitations";
        var page = new PageQuery(After, 25);
        var now = Clock.GetUtcNow();
        var rows = await Db.Invitations.FromSql($"select *, xmin from invitations where {After}::uuid is null or id < {After}::uuid")
            .SeenBy(Caller).AsNoTracking().OrderByDescending(i => i.Id).Take(page.Limit).ToListAsync(Gone);
        var cut = page.Cut(rows, i => i.Id.Value);
        List = new() { Items = [.. cut.Items.Select(i => InvitationView.Of(i, now))], Next = cut.Next };
        return Page();
    }
}
