using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What they can choose at any time: a break, to stop, who reads what, their data.</summary>
public sealed class ChoicesModel : MyPage
{
    /// <summary>Their own record.</summary>
    public Part<MyRecord> Record { get; private set; } = new();

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "My choices";
        Record = await AskForMe();
        await FindCaseworker(Record.Value);
        return Page();
    }
}
