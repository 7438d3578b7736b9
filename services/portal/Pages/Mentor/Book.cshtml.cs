using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>Booking a session.</summary>
public sealed class BookModel : TimesModel
{
    /// <summary>The match.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Shows the free times.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        How ??= Hows.Count > 0 ? Hows[0].Value : null;
        Place ??= Places.Value?.First?.ToString();
        return Times.IsMissing ? Missing() : Page();
    }

    /// <summary>Books one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Times.IsMissing) return Missing();
        CheckTyped();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post<OwnSession>(Service.Session, $"/matches/{Id}/sessions", new { startsAt = StartsAt, minutes = Lasting, how = How, placeId = PlaceId });
        return outcome.IsDone ? Done($"/mentor/sessions/{outcome.Value!.Id}", "Booked. The young person is told.") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "Book a session – for mentors";
        Back = $"/mentor/matches/{Id}";
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, "/mentors/me/matches?take=100");
        var times = ReadTimes(Id);
        var ways = (await matches).Value?.Items.FirstOrDefault(m => m.MatchId == Id)?.WaysToMeet ?? ["in-person", "online"];
        await times;
        Hows = WaysOf(ways);
    }
}
