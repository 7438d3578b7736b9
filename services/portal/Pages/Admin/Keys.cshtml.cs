using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>The keys that sign access tokens.</summary>
public sealed class KeysModel : AdminPage
{
    /// <summary>The keys, the one that signs first.</summary>
    public IReadOnlyList<SigningKey> All { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Signing keys";
        All = [.. (await Of<SigningKeys>().Published(Gone)).OrderByDescending(k => k.Signs).ThenByDescending(k => k.IsSpare)];
        return Page();
    }
}
