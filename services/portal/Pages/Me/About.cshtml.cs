using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>What the young person says about themselves, part by part; each can be skipped.</summary>
public sealed class AboutModel : MyPage
{
    /// <summary>Their own record.</summary>
    public Part<MyRecord> Record { get; private set; } = new();

    /// <summary>What they said so far.</summary>
    public MyProfile Profile => Record.Value?.Profile ?? new();

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "About me";
        Record = await AskForMe();
        return Page();
    }

    /// <summary>How far a part is.</summary>
    public static string State(bool isDone) => isDone ? "Done" : "Not yet";
}
