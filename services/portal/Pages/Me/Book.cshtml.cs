using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They pick a time to meet their mentor.</summary>
public sealed class BookModel : SlotPage
{
    /// <summary>The mentor's first name.</summary>
    public string Mentor { get; private set; } = "your mentor";

    /// <summary>Whether there is a match to plan in; null when that is not known just now.</summary>
    public bool? HasMatch { get; private set; }

    /// <summary>Whether the two are not to meet just now.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "Pick a time";
        Back = "/me/sessions";
        var mentors = AskForMentors();
        var home = await AskForHome();
        Stopped = home.Value?.Stopped == true;
        HasMatch = home.IsThere ? home.Value.MatchId is not null : null;
        if (!Stopped && home.Value?.MatchId is { } match) await LoadTimes(match);
        Mentor = NameOf(await mentors, home.Value?.MentorId);
        return Page();
    }
}
