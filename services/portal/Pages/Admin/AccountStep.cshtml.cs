using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Asks once before an account is shut, opened or given a new second factor.</summary>
public sealed class AccountStepModel : AdminPage
{
    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>shut, open or reset.</summary>
    [BindProperty(SupportsGet = true)]
    public string Step { get; set; } = "shut";

    /// <summary>What it means.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>The button.</summary>
    public string Button => Step switch { "shut" => "Shut the account", "open" => "Open the account", _ => "Take the old one away and send a code" };

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
            "open" => await Run(() => EnableAccount.Handle(account, Db, Clock, Gone)),
            _ => await Run(() => ResetSecondFactor.Handle(account, Caller, Db, Of<Inviting>(), Gone)),
        };
        if (problem is null)
            return Done($"/admin/accounts/{Id}", Step switch { "shut" => "The account is shut. Whoever was signed in with it is out.", "open" => "The account is open again.", _ => "They are signed out everywhere, and a code is on its way to them." });
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
            "open" => ($"Open the account of {name} again?", (IReadOnlyList<string>)["They can sign in again as before."]),
            _ => ($"Let {name} set up a new way in?", ["Make sure first that it is they who ask: call them on a number you know, or see them.", "Their passkeys, authenticator and recovery codes stop working. They get a mail with a code that works for three days, together with their password."]),
        };
        return true;
    }
}
