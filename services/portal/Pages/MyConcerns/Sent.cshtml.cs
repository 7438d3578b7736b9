using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.MyConcerns;

/// <summary>Says that a concern was saved, by when it is read and what happens next.</summary>
public sealed class SentModel : MentoringPage
{
    /// <summary>The concern.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What is known of it.</summary>
    public Part<Sent> Concern { get; private set; } = new();

    /// <summary>What happens next.</summary>
    public string Next => Caller.Is(Roles.Mentee)
        ? "Somebody whose job is to keep people safe reads it. Then they find out what is going on, and talk with you before they talk with others if they can."
        : "A safeguarding lead reads it, decides what to do and who needs to know, and may get in touch with you.";

    /// <summary>Where to go on.</summary>
    public string Home => Area.HomeOf(Caller);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Thank you for telling us";
        ViewData["Exit"] = true;
        Concern = await Ask.Get<Sent>(Service.Safeguarding, $"/concerns/mine/{Id}");
        return Concern.IsMissing ? Missing() : Page();
    }

    /// <summary>What was saved.</summary>
    /// <param name="InDangerNow">Whether somebody is in danger.</param>
    /// <param name="ReadBy">By when it is read.</param>
    /// <param name="ReadAt">When it was read.</param>
    public sealed record Sent(bool InDangerNow, DateTimeOffset? ReadBy, DateTimeOffset? ReadAt);
}
