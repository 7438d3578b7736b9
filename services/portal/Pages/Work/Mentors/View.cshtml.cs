using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Portal.Pages.Work;

/// <summary>One mentor: where they stand and what can be done.</summary>
public sealed class MentorModel : MentorPage
{
    /// <summary>The partner's name; null for an independent volunteer, or when it cannot be read.</summary>
    public string? Partner { get; private set; }

    /// <summary>Whether they have an account.</summary>
    public bool HasAccount { get; private set; }

    /// <summary>When they were invited, UTC; null when no invitation is open.</summary>
    public DateTimeOffset? InvitedAt { get; private set; }

    /// <summary>Their offers and matches with young people of this caseload, oldest first.</summary>
    public Part<Page<MatchSeen>> Matches { get; private set; } = new();

    /// <summary>Names of those young people.</summary>
    public Names Names { get; private set; } = new(null, null);

    /// <summary>Shows the mentor.</summary>
    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotShown();

    /// <summary>Sends the mail with which they make their account.</summary>
    public async Task<IActionResult> OnPostInviteAsync()
    {
        if (await InvitePerson(Roles.Mentor, Id) is not { } why) return Done($"/work/mentors/{Id}", "The invitation is on its way. It works for two weeks.");
        if (!await Load()) return NotShown();
        ModelState.AddModelError(string.Empty, why);
        return Page();
    }

    /// <summary>Ends a break.</summary>
    public async Task<IActionResult> OnPostResumeAsync()
    {
        var outcome = await Ask.Post(Service.Mentor, $"/mentors/{Id}/resume");
        if (outcome.IsDone) return Done($"/work/mentors/{Id}", "The break is over.");
        return await Load() ? Refused(outcome) : NotShown();
    }

    private async Task<bool> Load()
    {
        var matches = Ask.Get<Page<MatchSeen>>(Service.Matching, $"/matches?mentorId={Id}&take=100");
        var shown = await CanShow("{0}", "/work/mentors");
        Matches = await matches;
        if (!shown) return false;
        var names = NamesOf((Matches.Value?.Items ?? []).Select(m => m.MenteeId), []);
        if (Mentor.PartnerId is { } partner) Partner = (await Ask.Get<PartnerSeen>(Service.Mentor, $"/partners/{partner}")).Value?.Name;
        Names = await names;
        var id = new MentorId(Id);
        HasAccount = await Accounts.Accounts.AnyAsync(a => a.MentorId == id, Gone);
        var now = HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!HasAccount) InvitedAt = await Accounts.Invitations.Where(i => i.MentorId == id && i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).MaxAsync(i => (DateTimeOffset?)i.InvitedAt, Gone);
        return true;
    }

    private sealed record PartnerSeen(string Name);
}
