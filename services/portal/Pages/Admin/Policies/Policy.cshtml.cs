using Mentoring.Portal.Pages.Steering;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>The matching policy in force, what it was before, and what is to change.</summary>
public sealed class PolicyModel : AdminPage
{
    /// <summary>Every version, the newest first.</summary>
    public Part<IReadOnlyList<PolicySeen>> Policies { get; private set; } = new();

    /// <summary>The numbers of the one in force.</summary>
    public Part<ComparisonSeen> Numbers { get; private set; } = new();

    /// <summary>Every draft.</summary>
    public Part<Page<DraftSeen>> Drafts { get; private set; } = new();

    /// <summary>Drafts that are written or voted on.</summary>
    public IReadOnlyList<DraftSeen> Open => [.. (Drafts.Value?.Items ?? []).Where(d => !d.IsOver)];

    /// <summary>Drafts that are over, the newest first.</summary>
    public IReadOnlyList<DraftSeen> Closed => [.. (Drafts.Value?.Items ?? []).Where(d => d.IsOver).Reverse()];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Matching policy";
        var drafts = Ask.Get<Page<DraftSeen>>(Service.Matching, "/policies/drafts?take=100");
        Policies = await Ask.Get<IReadOnlyList<PolicySeen>>(Service.Matching, "/policies");
        if (Policies.Value is { Count: > 0 } policies) Numbers = await Ask.Get<ComparisonSeen>(Service.Matching, $"/policies/comparison?from={policies[0].Version}&to={policies[0].Version}");
        Drafts = await drafts;
        return Page();
    }
}
