using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Steering;

/// <summary>What is proposed in plain words, what it would change, and the own vote.</summary>
public sealed class SteeringDraftModel : MentoringPage
{
    /// <summary>What can be said.</summary>
    public static IReadOnlyList<Choice> Choices { get; } =
        [new("yes", "Yes, change it"), new("no", "No, leave it as it is"), new("abstain", "I do not mind", "It counts as a vote, but for neither.")];

    /// <summary>The draft's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>yes, no or abstain.</summary>
    [BindProperty]
    public string? Choice { get; set; }

    /// <summary>Why.</summary>
    [BindProperty, StringLength(1000, ErrorMessage = "Use up to 1,000 characters.")]
    public string? Words { get; set; }

    /// <summary>The draft.</summary>
    public DraftSeen Draft { get; private set; } = null!;

    /// <summary>What it would change.</summary>
    public Part<EffectSeen> Effect { get; private set; } = new();

    /// <summary>A vote in the words it was given in.</summary>
    public static string Says(string choice) => Choices.FirstOrDefault(c => c.Value == choice)?.Text ?? choice;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await Load() is { } other) return other;
        ModelState.Clear();
        (Choice, Words) = (Draft.Mine?.Choice, Draft.Mine?.Words);
        return Page();
    }

    /// <summary>Votes.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Choices.All(c => c.Value != Choice)) ModelState.AddModelError(nameof(Choice), "Choose what you say.");
        if (!ModelState.IsValid) return await Load() ?? Page();
        var outcome = await Ask.Put(Service.Matching, $"/policies/drafts/{Id}/vote", new { choice = Choice, words = string.IsNullOrWhiteSpace(Words) ? null : Words });
        if (outcome.IsMissing) return Missing();
        if (outcome.IsDone) return Done($"/steering/{Id}", "Thank you. Your vote is in.");
        return await Load() ?? Refused(outcome);
    }

    private async Task<IActionResult?> Load()
    {
        Back = "/steering";
        var (draft, effect) = (Ask.Get<DraftSeen>(Service.Matching, $"/policies/drafts/{Id}"), Ask.Get<EffectSeen>(Service.Matching, $"/policies/drafts/{Id}/effect"));
        var me = await Ask.Get<MembershipSeen>(Service.Matching, "/policies/members/me");
        var (read, told) = (await draft, await effect);
        if (read.IsMissing || me.Value is { IsMember: false }) return Missing();
        if (!read.IsThere) return Done("/steering", "We could not reach a part of the system just now. Wait a moment and try again.");
        (Draft, Effect) = (read.Value, told);
        Title = Draft.Name;
        return null;
    }
}
