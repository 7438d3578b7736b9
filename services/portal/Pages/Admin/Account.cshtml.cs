using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>One account.</summary>
public sealed class AccountModel : AdminPage
{
    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What is shown of it.</summary>
    public AccountView It { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await Db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, Gone) is not { } account) return Missing();
        It = AccountView.Of(account);
        Title = $"Account: {AdminWords.Name(It)}";
        Back = "/admin/accounts";
        return Page();
    }
}
