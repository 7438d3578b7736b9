using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They say how they want to meet, and the session is booked.</summary>
public sealed class BookWayModel : MyPage
{
    /// <summary>The time that was picked.</summary>
    [BindProperty(SupportsGet = true)]
    public DateTimeOffset At { get; set; }

    /// <summary>How long, in minutes.</summary>
    [BindProperty(SupportsGet = true)]
    public int Minutes { get; set; } = 60;

    /// <summary>Whether the time is so near to another session that there is no time to travel.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Near { get; set; }

    /// <summary>The place that was picked.</summary>
    [BindProperty]
    public string? Place { get; set; }

    /// <summary>Where people can meet.</summary>
    public Part<MeetingPlaces> Places { get; private set; } = new();

    /// <summary>The ways to meet then.</summary>
    public IEnumerable<Choice> Ways => SlotPage.Ways.Where(way => (!Near || way.Value != "in-person") && Places.Value?.Has(way.Value) == true);

    /// <summary>Whether they can meet in person then.</summary>
    public bool InPerson => Ways.Any(way => way.Value == "in-person");

    /// <summary>Whether the time was taken meanwhile, or cannot be had for another reason.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!SlotPage.CanBe(At) || !ModelState.IsValid) return LocalRedirect("/me/sessions/book");
        var home = AskForHome();
        await Head();
        if ((await home).Value?.Stopped == true) return LocalRedirect("/me/sessions/book");
        Place = Places.Value?.First?.ToString();
        return Page();
    }

    /// <summary>They pick a way, and it is booked.</summary>
    public async Task<IActionResult> OnPostAsync(string? how)
    {
        if (!SlotPage.CanBe(At)) return LocalRedirect("/me/sessions/book");
        Guid? place = how == "in-person" && Guid.TryParse(Place, out var picked) ? picked : null;
        if (how == "in-person" && place is null)
        {
            await Head();
            ModelState.AddModelError(nameof(Place), "Pick the place where you meet.");
            return Page();
        }

        var home = await AskForHome();
        if (home.IsThere && home.Value.MatchId is null) return Done("/me/sessions/book");
        var outcome = home.Value?.MatchId is { } match
            ? await Ask.Post(Service.Session, $"/matches/{match}/sessions", new { startsAt = At, minutes = Minutes, how, placeId = place })
            : new Outcome<Nothing> { IsDone = false, IsAway = true, Sentence = "We cannot plan a time just now. Nothing is lost. Wait a moment and try again." };
        if (outcome.IsDone) return Done("/me/sessions", $"It is planned: {Say.When(At)}. You can change it at any time.");
        if (!outcome.IsAway && await Mine() is { } mine) return Done($"/me/sessions/{mine.Id}", mine.Minutes == Minutes && mine.How == how ? "You have this one already." : "You have a session at this time already. This is it.");
        IsGone = !outcome.IsAway;
        await Head();
        return Refused(outcome);
    }

    // The page may have come back with the browser's Back, and been sent again.
    private async Task<MySession?> Mine() =>
        (await Ask.Get<Page<MySession>>(Service.Session, "/sessions/me?take=100")).Value?.Items.FirstOrDefault(s => s.State == "booked" && s.StartsAt == At);

    private async Task Head()
    {
        Places = await AskForPlaces();
        Title = "How do you want to meet this time?";
        Back = FormattableString.Invariant($"/me/sessions/book?minutes={Minutes}");
    }
}
