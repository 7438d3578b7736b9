using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>Young people who wait for a caseworker; any caseworker can take somebody on.</summary>
public sealed class ReferralsModel : WorkPage
{
    /// <summary>One page of them.</summary>
    public Part<Page<ReferralSeen>> List { get; private set; } = new();

    /// <summary>The cursor.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Page();
    }

    /// <summary>Takes somebody on.</summary>
    /// <param name="id">The young person.</param>
    public async Task<IActionResult> OnPostTakeAsync(Guid id)
    {
        var outcome = await Ask.Post(Service.Mentee, $"/mentees/{id}/caseworker", new { caseworkerId = Caller.Account.Value });
        if (outcome.IsDone) return Done($"/work/mentees/{id}", "They are in your caseload now. Get in touch the way they asked for.");
        await Load();
        return Refused(outcome.IsMissing ? outcome with { Sentence = "A colleague took this young person on a moment ago." } : outcome);
    }

    private async Task Load()
    {
        Title = "Waiting for a caseworker";
        Back = "/work";
        List = await Ask.Get<Page<ReferralSeen>>(Service.Mentee, "/referrals?take=25" + (After is null ? string.Empty : "&after=" + After));
    }

    /// <summary>Somebody who waits.</summary>
    public sealed record ReferralSeen(Guid Id, string FirstName, int Age, DateTimeOffset ReferredAt, string? Note);
}
