using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Asks once before an account is shut or opened.</summary>
public sealed class AccountStepModel : AdminPage
{
    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>shut or open.</summary>
    [BindProperty(SupportsGet = true)]
    public string Step { get; set; } = "shut";

    /// <summary>What it means.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>The button.</summary>
    public string Button => Step switch { "shut" => "Shut the account", _ => "Open the account" };

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : Missing();

    /// <summary>Does it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return Missing();
        var account = new AccountId(Id);
        var problem = Step switch
        {
            "shut" => await Run(() => DisableAccount.Handle(account, Caller, Db, Clock, Gone)),
            _ => await Run(() => EnableAccount.Handle(account, Db, Gone)),
        };
        if (problem is null)
            return Done($"/admin/accounts/{Id}", Step switch { "shut" => "The account is shut. Whoever was signed in with it is out.", _ => "The account is open again." });
        ModelState.AddModelError(string.Empty, problem.ProblemDetails.Detail!);
        return Page();
    }

    private async Task<bool> Load()
    {
        if (await Db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, Gone) is not { } account) return false;
        var name = AdminWords.Name(AccountView.Of(account));
        Back = $"/admin/accounts/{Id}";
        (Title, Lines) = Step switch
        {
            "shut" => ($"Shut the account of {name}?", ["They are signed out everywhere on their next click, and cannot come in until you open it again.", "What they did stays as it is. If a caseworker is away for long, arrange cover for them."]),
            _ => ($"Open the account of {name} again?", (IReadOnlyList<string>)["They can sign in again as before."]),
        };
        return true;
    }
}
