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

    /// <inheritdoc/>
    protected override string? Way => Session.Value?.How;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await Load(id) ? Page() : Missing();

    /// <summary>They take the new time.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (At is not { } at || !CanBe(at)) return await Load(id) ? Page() : Missing();
        var outcome = await Ask.Post(Service.Session, $"/sessions/{id}/{(Asks ? "proposal" : "move")}", new { startsAt = at, minutes = Lengths.Contains(Minutes) ? Minutes : (int?)null });
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
            await LoadTimes(session.MatchId);
        }

        return !Session.IsMissing;
    }
}
