using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Asks once before somebody's time in the steering group ends.</summary>
public sealed class EndMemberModel : AdminPage
{
    /// <summary>The time in the group.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Asks.</summary>
    public IActionResult OnGet()
    {
        Load();
        return Page();
    }

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Load();
        var outcome = await Ask.Post<MemberSeen>(Service.Matching, $"/policies/members/{Id}/ending");
        if (outcome.IsMissing) return Missing();
        return outcome.IsDone ? Done("/admin/policy/members", "They are not in the steering group any more.") : Refused(outcome);
    }

    private void Load() => (Title, Back) = ("End this membership?", "/admin/policy/members");
}
