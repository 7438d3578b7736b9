using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>The young person's mentor, or those who are offered to them.</summary>
public sealed class MyMentorModel : MyPage
{
    /// <summary>Mentors offered.</summary>
    public Part<Page<MyMatch>> Offers { get; private set; } = new();

    /// <summary>Matches they said yes to.</summary>
    public Part<Page<MyMatch>> Matches { get; private set; } = new();

    /// <summary>Who the mentors are.</summary>
    public Part<IReadOnlyList<MentorProfile>> Mentors { get; private set; } = new();

    /// <summary>The match that is open.</summary>
    public MyMatch? Match { get; private set; }

    /// <summary>Matches in which they met and that are over, the last first.</summary>
    public IReadOnlyList<MyMatch> Past => [.. (Matches.Value?.Items ?? []).Where(m => m.IsPast).OrderByDescending(m => m.OverAt)];

    /// <summary>Whether the two are not to meet just now.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Title = "My mentor";
        var offers = Ask.Get<Page<MyMatch>>(Service.Matching, "/mentees/me/offers");
        var matches = Ask.Get<Page<MyMatch>>(Service.Matching, "/mentees/me/matches?take=100");
        var mentors = AskForMentors();
        var home = AskForHome();
        await Task.WhenAll(offers, matches, mentors, home);
        (Offers, Matches, Mentors) = (await offers, await matches, await mentors);
        Match = Matches.Value?.Items.LastOrDefault(m => m.IsOpen);
        Stopped = (await home).Value?.Stopped == true || Match?.ContactPaused == true;
        return Page();
    }

    /// <summary>The profile of a match's mentor; null where it cannot be had just now.</summary>
    public MentorProfile? Of(MyMatch match) => Stopped && match == Match ? null : Mentors.Value?.FirstOrDefault(m => m.MentorId == match.MentorId);
}
