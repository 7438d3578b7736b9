using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>The accounts, with a search by name and address. What is searched for stands in no address.</summary>
public sealed class AccountsModel : AdminPage
{
    private const string Journey = "search:accounts";

    /// <summary>What is searched for.</summary>
    [BindProperty, StringLength(100, ErrorMessage = "Search for at most 100 characters.")]
    public string? Words { get; set; }

    /// <summary>One role, or shut.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    /// <summary>The 'next' of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>Forgets what was searched for.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Clear { get; set; }

    /// <summary>What was searched for.</summary>
    public string? Searched { get; private set; }

    /// <summary>The accounts.</summary>
    public Page<AccountView> List { get; private set; } = new() { Items = [], Next = null };

    /// <summary>What there is to filter by.</summary>
    public IReadOnlyList<Choice> RolesToChoose { get; } = [new("", "Everybody"), .. Roles.All.Select(r => new Choice(r, Say.Word(r))), new("shut", "Accounts that are shut")];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var drafts = Of<Drafts>();
        if (Clear)
        {
            await drafts.Delete(Caller.Account, Journey, Gone);
            return LocalRedirect("/admin/accounts");
        }

        Words = Searched = await drafts.Read<string>(Caller.Account, Journey, Gone);
        await Load();
        return Page();
    }

    /// <summary>Searches.</summary>
    public async Task<IActionResult> OnPostSearchAsync()
    {
        if (!ModelState.IsValid)
        {
            await Load();
            return Page();
        }

        if (string.IsNullOrWhiteSpace(Words)) await Of<Drafts>().Delete(Caller.Account, Journey, Gone);
        else await Of<Drafts>().Write(Caller.Account, Journey, Words.Trim(), Gone);
        return LocalRedirect("/admin/accounts");
    }

    private async Task Load()
    {
        Title = "Accounts";
        var page = new PageQuery(After, 25);
        var accounts = Db.Accounts.AsNoTracking();
        if (Role == "shut") accounts = accounts.Where(a => a.DisabledAt != null);
        else if (!string.IsNullOrEmpty(Role)) accounts = accounts.Where(a => a.Roles.Contains(Role));
        if (Searched is { Length: > 0 } words)
        {
            var like = $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            // An administrator never learns who the young people are, also not by trying names.
            accounts = accounts.Where(a => !a.WasMentee && (EF.Functions.ILike(a.Name!, like) || EF.Functions.ILike(a.Email!, like)));
        }

        if (After is { } after) accounts = accounts.Where(a => a.Id > after);
        var rows = await accounts.OrderBy(a => a.Id).Take(page.Limit).ToListAsync(Gone);
        var cut = page.Cut(rows, a => a.Id);
        List = new() { Items = [.. cut.Items.Select(AccountView.Of)], Next = cut.Next };
    }
}
