using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Steering;

/// <summary>What the steering group votes on, for its members, whatever else they are.</summary>
public sealed class SteeringModel : MentoringPage
{
    /// <summary>Whether the reader is a member.</summary>
    public Part<MembershipSeen> Me { get; private set; } = new();

    /// <summary>Every draft.</summary>
    public Part<Page<DraftSeen>> Drafts { get; private set; } = new();

    /// <summary>Those that can be voted on, the soonest to close first.</summary>
    public IReadOnlyList<DraftSeen> Open => [.. (Drafts.Value?.Items ?? []).Where(d => d.CanVote).OrderBy(d => d.ClosesOn)];

    /// <summary>All others, the newest first.</summary>
    public IReadOnlyList<DraftSeen> Others => [.. (Drafts.Value?.Items ?? []).Where(d => !d.CanVote).Reverse()];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Steering group";
        var (me, drafts) = (Ask.Get<MembershipSeen>(Service.Matching, "/policies/members/me"), Ask.Get<Page<DraftSeen>>(Service.Matching, "/policies/drafts?take=100"));
        (Me, Drafts) = (await me, await drafts);
        return Page();
    }
}
