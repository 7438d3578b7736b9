using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>Asks once before an invitation is taken back.</summary>
public sealed class WithdrawModel : AdminPage
{
    /// <summary>The invitation.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : Missing();

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load()) return Missing();
        var problem = await Run(() => WithdrawInvitation.Handle(new(Id), Caller, Db, Clock, Gone));
        if (problem is null) return Done("/admin/invitations", "The invitation is taken back.");
        ModelState.AddModelError(string.Empty, problem.ProblemDetails.Detail!);
        return Page();
    }

    private async Task<bool> Load()
    {
        var id = new InvitationId(Id);
        if (await Db.Invitations.AsNoTracking().SeenBy(Caller).SingleOrDefaultAsync(i => i.Id == id, Gone) is not { } invitation) return false;
        Title = $"Take back the invitation of {invitation.Name}?";
        Back = "/admin/invitations";
        return true;
    }
}
