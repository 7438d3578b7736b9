using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>They pick another time for a session; the old one is kept until the new one is taken.</summary>
public sealed class MoveSessionModel : SlotPage
{
    /// <summary>The session.</summary>
    public Part<MySession> Session { get; private set; } = new();

    /// <summary>The new time, once it is picked.</summary>
    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? At { get; set; }

    /// <summary>Whether the mentor is asked before it moves, because it begins soon.</summary>
    [BindProperty]
    public bool Asks { get; set; }

    /// <summary>Where they meet instead, when the place of the session is used no more.</summary>
    [BindProperty]
    public string? Place { get; set; }

    /// <summary>Where people can meet; asked for only when a time is picked for a session in person.</summary>
    public Part<MeetingPlaces> Places { get; private set; } = new();

    /// <summary>Whether the place of the session is used no more, so that another one is to be chosen.</summary>
    public bool NeedsPlace => Places.Value?.Of(Session.Value?.PlaceId) is { Closed: true };

    /// <inheritdoc/>
    protected override string? Way => Session.Value?.How;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(id) ? Page() : Missing();

    /// <summary>They take the new time.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (At is not { } at || !CanBe(at)) return await Load(id) ? Page() : Missing();
        var asks = Asks;
        if (!await Load(id)) return Missing();
        Asks = asks;
        var place = NeedsPlace && Guid.TryParse(Place, out var chosen) ? chosen : (Guid?)null;
        if (NeedsPlace && !Asks && place is null)
        {
            ModelState.AddModelError(nameof(Place), "Pick where you meet.");
            return Page();
        }

        var minutes = Lengths.Contains(Minutes) ? Minutes : (int?)null;
        var outcome = Asks
            ? await Ask.Post(Service.Session, $"/sessions/{id}/proposal", new { startsAt = at, minutes })
            : await Ask.Post(Service.Session, $"/sessions/{id}/move", new { startsAt = at, minutes, placeId = place });
        if (outcome.IsDone && Asks) return Done($"/me/sessions/{id}", "We asked your mentor. Until they say yes, it stays as it is.");
        if (outcome.IsDone) return Done("/me/sessions", $"It is moved. You meet on {Say.When(at)}.");
        if (!outcome.IsAway) At = null;
        return await Load(id) ? Refused(outcome) : Missing();
    }

    private async Task<bool> Load(Guid id)
    {
        if (At is { } asked && !CanBe(asked)) At = null;
        Title = "Pick another time";
        Back = $"/me/sessions/{id}";
        Session = await Ask.Get<MySession>(Service.Session, $"/sessions/{id}");
        Asks = Session.Value?.IsSoon(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()) == true;
        if (Session.Value is { } session && At is null)
        {
            if (Minutes == 0) Minutes = session.Minutes;
            await LoadTimes(session.MatchId, session.Id);
        }
        else if (Session.Value?.PlaceId is not null)
        {
            Places = await AskForPlaces();
        }

        return !Session.IsMissing;
    }
}
