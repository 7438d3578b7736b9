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

    /// <summary>Whether the time was taken meanwhile, or cannot be had for another reason.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Shows the page.</summary>
    public IActionResult OnGet()
    {
        Head();
        return !SlotPage.CanBe(At) || !ModelState.IsValid ? LocalRedirect("/me/sessions/book") : Page();
    }

    /// <summary>They pick a way, and it is booked.</summary>
    public async Task<IActionResult> OnPostAsync(string? how)
    {
        Head();
        if (!SlotPage.CanBe(At)) return LocalRedirect("/me/sessions/book");
        var home = await AskForHome();
        if (home.IsThere && home.Value.MatchId is null) return Done("/me/sessions/book");
        var outcome = home.Value?.MatchId is { } match
            ? await Ask.Post(Service.Session, $"/matches/{match}/sessions", new { startsAt = At, minutes = Minutes, how })
            : new Outcome<Nothing> { IsDone = false, IsAway = true, Sentence = "We cannot plan a time just now. Nothing is lost. Wait a moment and try again." };
        if (outcome.IsDone) return Done("/me/sessions", $"It is planned: {Say.When(At)}. You can change it at any time.");
        if (!outcome.IsAway && await Mine() is { } mine) return Done($"/me/sessions/{mine.Id}", mine.Minutes == Minutes && mine.How == how ? "You have this one already." : "You have a session at this time already. This is it.");
        IsGone = !outcome.IsAway;
        return Refused(outcome);
    }

    // The page may have come back with the browser's Back, and been sent again.
    private async Task<MySession?> Mine() =>
        (await Ask.Get<Page<MySession>>(Service.Session, "/sessions/me?take=100")).Value?.Items.FirstOrDefault(s => s.State == "booked" && s.StartsAt == At);

    private void Head()
    {
        Title = "How do you want to meet this time?";
        Back = FormattableString.Invariant($"/me/sessions/book?minutes={Minutes}");
    }
}
