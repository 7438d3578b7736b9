using Mentoring.Shared;

namespace Mentoring.Portal.Pages.Me;

/// <summary>A page about one mentor who is offered to, or matched with, the young person.</summary>
public abstract class OfferPage : MyPage
{
    /// <summary>The offer or match.</summary>
    public MyMatch? Match { get; private set; }

    /// <summary>The mentor; null where it cannot be had just now.</summary>
    public MentorProfile? Mentor { get; private set; }

    /// <summary>Whether the offer cannot be shown just now.</summary>
    public bool IsAway { get; private set; }

    /// <summary>The mentor's first name.</summary>
    public string Name => Mentor?.FirstName ?? "this mentor";

    /// <summary>Reads the offer or match; false when there is none for this person.</summary>
    protected async Task<bool> Load(Guid id)
    {
        var offers = Ask.Get<Page<MyMatch>>(Service.Matching, "/mentees/me/offers");
        var matches = Ask.Get<Page<MyMatch>>(Service.Matching, "/mentees/me/matches?take=100");
        var mentors = AskForMentors();
        await Task.WhenAll(offers, matches, mentors);
        Match = (await offers).Value?.Items.Concat((await matches).Value?.Items ?? []).FirstOrDefault(m => m.MatchId == id)
            ?? (await matches).Value?.Items.FirstOrDefault(m => m.MatchId == id);
        Mentor = (await mentors).Value?.FirstOrDefault(m => m.MentorId == Match?.MentorId);
        IsAway = Match is null && ((await offers).IsAway || (await matches).IsAway);
        return Match is not null || IsAway;
    }
}
