using Mentoring.Portal.Pages.Steering;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>A version of the policy beside the one before.</summary>
public sealed class PolicyVersionModel : AdminPage
{
    /// <summary>Which.</summary>
    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    /// <summary>The version.</summary>
    public PolicySeen? Policy { get; private set; }

    /// <summary>The two side by side; the first version beside itself.</summary>
    public Part<ComparisonSeen> Comparison { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = $"Matching policy, version {Version}";
        Back = "/admin/policy";
        var policies = Ask.Get<IReadOnlyList<PolicySeen>>(Service.Matching, "/policies");
        Comparison = await Ask.Get<ComparisonSeen>(Service.Matching, $"/policies/comparison?from={Math.Max(1, Version - 1)}&to={Version}");
        Policy = (await policies).Value?.FirstOrDefault(p => p.Version == Version);
        return Comparison.IsMissing ? Missing() : Page();
    }
}
