using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Work;

/// <summary>One young person: where they stand and what can be done.</summary>
public sealed class MenteeModel : MenteePage
{
    /// <summary>Their matches.</summary>
    public Part<Page<MatchSeen>> Matches { get; private set; } = new();

    /// <summary>Names of mentors.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>The caseworker's name; null when it is the reader.</summary>
    public string? Colleague { get; private set; }

    /// <summary>Whether they have an account.</summary>
    public bool HasAccount { get; private set; }

    /// <summary>When they were invited, UTC; null when no invitation is open.</summary>
    public DateTimeOffset? InvitedAt { get; private set; }

    /// <summary>The match that is the present one.</summary>
    public MatchSeen? Present => Matches.Value?.Items.LastOrDefault(m => !m.IsOver && m.State != "offered");

    /// <summary>Offers that are open.</summary>
    public int Offers => Matches.Value?.Items.Count(m => m.State == "offered") ?? 0;

    /// <summary>Shows the young person.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Record.IsThere ? Page() : NotShown();
    }

    /// <summary>Sends the mail with which they make their account.</summary>
    public async Task<IActionResult> OnPostInviteAsync()
    {
        if (await InvitePerson(Roles.Mentee, Id) is not { } why) return Done($"/work/mentees/{Id}", "The invitation is on its way. It works for two weeks.");
        await Load();
        if (!Record.IsThere) return NotShown();
        ModelState.AddModelError(string.Empty, why);
        return Page();
    }

    /// <summary>Ends a break.</summary>
    public async Task<IActionResult> OnPostResumeAsync()
    {
        var outcome = await Ask.Post(Service.Mentee, $"/mentees/{Id}/resume");
        if (outcome.IsDone) return Done($"/work/mentees/{Id}", "Welcome back. The break is over.");
        await Load();
        return Record.IsThere ? Refused(outcome) : NotShown();
    }

    private async Task Load()
    {
        var matches = Ask.Get<Page<MatchSeen>>(Service.Matching, $"/mentees/{Id}/matches?take=100");
        await LoadRecord();
        Matches = await matches;
        Title = Name;
        Back = "/work/mentees";
        if (!Record.IsThere) return;
        Names = await NamesOf([], Present is { } present ? [present.MentorId] : []);
        if (Mentee.CaseworkerId is { } worker && worker != Caller.Account.Value) Colleague = (await StaffNames([worker])).GetValueOrDefault(worker, "a colleague");
        var id = new MenteeId(Id);
        HasAccount = await Accounts.Accounts.AnyAsync(a => a.MenteeId == id, Gone);
        var now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!HasAccount) InvitedAt = await Accounts.Invitations.Where(i => i.MenteeId == id && i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).MaxAsync(i => (DateTimeOffset?)i.InvitedAt, Gone);
    }
}
