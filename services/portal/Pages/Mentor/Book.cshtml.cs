using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>Booking a session.</summary>
public sealed class BookModel : TimesModel
{
    /// <summary>The match.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Whether the programme has paused contact: then nothing is offered.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>The caseworker, to be asked about it.</summary>
    public StaffContact? Caseworker { get; private set; }

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
        if (IsPaused) return Page();
        CheckTyped();
        if (!ModelState.IsValid) return Page();
        var outcome = await Ask.Post<OwnSession>(Service.Session, $"/matches/{Id}/sessions", new { startsAt = StartsAt, minutes = Lasting, how = How, placeId = PlaceId });
        return outcome.IsDone ? Done($"/mentor/sessions/{outcome.Value!.Id}", "Booked. The young person is told.") : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "Book a session – for mentors";
        Back = $"/mentor/matches/{Id}";
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        var times = ReadTimes(Id);
        var match = (await matches).Of(Id);
        await times;
        if (match is { IsOpen: false }) Close();
        IsPaused = match is { ContactPaused: true };
        if (IsPaused && match!.CaseworkerId is { } caseworker) Caseworker = await HttpContext.RequestServices.GetRequiredService<AccountsDb>().ContactOf(caseworker, Gone);
        var ways = match?.WaysToMeet ?? ["in-person", "online"];
        Hows = WaysOf(ways);
    }
}
