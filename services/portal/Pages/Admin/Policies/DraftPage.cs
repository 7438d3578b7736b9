using Mentoring.Portal.Pages.Steering;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>A page about one draft.</summary>
public abstract class DraftPage : AdminPage
{
    /// <summary>The draft's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The draft.</summary>
    public DraftSeen Draft { get; private set; } = null!;

    /// <summary>Where it stands in the API.</summary>
    protected string Path => $"/policies/drafts/{Id}";

    /// <summary>Where it is shown.</summary>
    protected string Home => $"/admin/policy/drafts/{Id}";

    /// <summary>Reads it. Null when it is there, else where to go instead.</summary>
    protected async Task<IActionResult?> Load()
    {
        var read = await Ask.Get<DraftSeen>(Service.Matching, Path);
        if (read.IsMissing) return Missing();
        if (!read.IsThere) return Done("/admin/policy", "We could not reach a part of the system just now. Wait a moment and try again.");
        Draft = read.Value;
        Back = Home;
        return null;
    }
}
