using System.ComponentModel.DataAnnotations;
using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.MyConcerns;

/// <summary>One's own concern: own words, that it was read and when, and room for more words.</summary>
public sealed class ReadModel : MentoringPage
{
    /// <summary>The concern.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What is added.</summary>
    [BindProperty, Required(ErrorMessage = "Write what you want to add."), StringLength(5000, ErrorMessage = "That is a lot to write. Please keep it under 5,000 characters.")]
    public string? Words { get; set; }

    /// <summary>"yes" when somebody is in danger now.</summary>
    [BindProperty]
    public List<string> Danger { get; set; } = [];

    /// <summary>The one box.</summary>
    public IReadOnlyList<Choice> InDanger { get; } = [new("yes", "Yes. I know that 999 is faster.")];

    /// <summary>Whether they are a young person, who is spoken to in plainer words.</summary>
    public bool IsYoung => Caller.Is(Roles.Mentee);

    /// <summary>The concern.</summary>
    public Part<Own> Concern { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Concern.IsMissing ? Missing() : Page();
    }

    /// <summary>Adds words.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid)
        {
            var outcome = await Ask.Post(Service.Safeguarding, $"/concerns/mine/{Id}/words", new { words = Words, inDangerNow = Danger.Contains("yes") });
            if (outcome.IsMissing) return Missing();
            if (outcome.IsDone) return Done($"/concern/mine/{Id}", "Thank you. We have got your words.");
            _ = Refused(outcome);
        }

        await Load();
        return Page();
    }

    private async Task Load()
    {
        Concern = await Ask.Get<Own>(Service.Safeguarding, $"/concerns/mine/{Id}");
        Title = (IsYoung ? "Your worry" : "Your concern") + (Concern.Value is { } it ? $" of {Say.When(it.RaisedAt)}" : string.Empty);
        Back = "/concern/mine";
        ViewData["Exit"] = true;
    }

    /// <summary>One's own concern.</summary>
    /// <param name="RaisedAt">When.</param>
    /// <param name="Progress">How far it has come.</param>
    /// <param name="ReadAt">When it was read.</param>
    /// <param name="ReadBy">By when it is read.</param>
    /// <param name="TakenCareOfAt">When it was taken care of.</param>
    /// <param name="Answer">What they are told at the end.</param>
    /// <param name="WhatHappened">Own words.</param>
    /// <param name="InDangerNow">Whether somebody is in danger.</param>
    /// <param name="WhatWouldHelp">Own words.</param>
    /// <param name="AboutWhom">Own words.</param>
    /// <param name="HowToReachMe">Own words.</param>
    /// <param name="MoreWords">What was added.</param>
    public sealed record Own(DateTimeOffset RaisedAt, string Progress, DateTimeOffset? ReadAt, DateTimeOffset? ReadBy, DateTimeOffset? TakenCareOfAt, string? Answer,
        string WhatHappened, bool InDangerNow, string? WhatWouldHelp, string? AboutWhom, string? HowToReachMe, IReadOnlyList<Added> MoreWords);

    /// <summary>Words that were added.</summary>
    /// <param name="At">When.</param>
    /// <param name="Text">The words.</param>
    /// <param name="IsRead">Whether they were read.</param>
    public sealed record Added(DateTimeOffset At, string Text, bool IsRead);
}
