using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>One session: when, how, and whether it happened.</summary>
/// <param name="clock">The clock.</param>
public sealed class SessionModel(TimeProvider clock) : MentoringPage
{
    /// <summary>The session.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>held or missed.</summary>
    [BindProperty]
    public string? Outcome { get; set; }

    /// <summary>The session.</summary>
    public Part<OwnSession> Session { get; private set; } = new();

    /// <summary>Whom the mentor may read of.</summary>
    public Part<IReadOnlyList<Introduced>> Young { get; private set; } = new();

    /// <summary>The safe place; null unless in person, and when it cannot be had just now.</summary>
    public MeetingPlace? Place { get; private set; }

    /// <summary>The moment.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether it has begun.</summary>
    public bool HasBegun => Session.Value?.StartsAt <= Now;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Session.IsMissing ? Missing() : Page();
    }

    /// <summary>Says whether it happened.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Outcome is not ("held" or "missed")) ModelState.AddModelError(nameof(Outcome), "Choose whether it happened.");
        if (!ModelState.IsValid)
        {
            await Load();
            return Session.IsMissing ? Missing() : Page();
        }

        var outcome = await Ask.Post(Service.Session, $"/sessions/{Id}/attendance", new { outcome = Outcome });
        if (outcome.IsDone) return Done(Outcome == "held" ? $"/mentor/sessions/{Id}/how-was-it" : $"/mentor/sessions/{Id}", Outcome == "held" ? "Thank you. It is written down." : "Thank you for telling us.");
        await Load();
        return Session.IsMissing ? Missing() : Refused(outcome);
    }

    /// <summary>Says yes or no to another time.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(DateTimeOffset startsAt, bool accept)
    {
        var outcome = await Ask.Post(Service.Session, $"/sessions/{Id}/proposal/answer", new { startsAt, accept });
        if (outcome.IsDone) return Done($"/mentor/sessions/{Id}", accept ? "Moved." : "It stays as it was.");
        await Load();
        return Session.IsMissing ? Missing() : Refused(outcome);
    }

    /// <summary>Takes back that they asked for another time.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        var outcome = await Ask.Delete(Service.Session, $"/sessions/{Id}/proposal");
        if (outcome.IsDone) return Done($"/mentor/sessions/{Id}", "It stays as it was.");
        await Load();
        return Session.IsMissing ? Missing() : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "A session – for mentors";
        Back = "/mentor/sessions";
        var session = Ask.Get<OwnSession>(Service.Session, $"/sessions/{Id}");
        var matches = Ask.Get<Listed<OwnMatch>>(Service.Matching, OwnMatches.Address);
        var young = Ask.Get<IReadOnlyList<Introduced>>(Service.Mentee, "/mentees/introductions");
        var now = await matches;
        Session = await session is { Value: { } it } read ? read with { Value = it.Now(now) } : await session;
        if (Session.Value?.PlaceId is { } place) Place = (await Ask.Get<MeetingPlaces>(Service.Session, "/places")).Value?.Of(place);
        Young = (await young).Now(now);
    }
}
