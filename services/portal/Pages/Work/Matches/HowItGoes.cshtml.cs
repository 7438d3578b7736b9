using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Work;

/// <summary>How a match goes: contact, what is due, what the two say after sessions, and reviews.</summary>
public sealed class HowItGoesModel : MatchPage
{
    /// <summary>What the session service says.</summary>
    public Part<HowItGoesSeen> Course { get; private set; } = new();

    /// <summary>Whether somebody feels safe, in a word.</summary>
    public static string Safe(string safe) => safe switch { "safe" => "yes", "unsure" => "not sure", _ => "no" };

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var course = Ask.Get<HowItGoesSeen>(Service.Session, $"/matches/{Id}/how-it-goes");
        var shown = await CanShow("How it goes: {0}");
        Course = await course;
        return shown ? Page() : NotShown();
    }
}
