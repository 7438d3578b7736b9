using Mentoring.Portal.Pages.Steering;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Admin;

/// <summary>A draft beside the policy it was made from, what it would change, and how the vote stands.</summary>
public sealed class DraftModel : DraftPage
{
    /// <summary>What it would change.</summary>
    public Part<EffectSeen> Effect { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var effect = Ask.Get<EffectSeen>(Service.Matching, $"{Path}/effect");
        var other = await Load();
        Effect = await effect;
        if (other is not null) return other;
        (Title, Back) = ($"Draft: {Draft.Name}", "/admin/policy");
        return Page();
    }
}
