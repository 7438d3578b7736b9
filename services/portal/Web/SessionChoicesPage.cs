using System.Security.Cryptography;
using Mentoring.Portal.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Mentoring.Portal;

/// <summary>When somebody is reminded of their sessions, and the address of their calendar; the same for young people and mentors.</summary>
/// <param name="home">The address of their part of the site.</param>
/// <param name="portal">The portal's address.</param>
public abstract class SessionChoicesPage(string home, PortalAddress portal) : MentoringPage
{
    private const string NewSecret = "calendar";

    /// <summary>What they have chosen.</summary>
    /// <param name="Remind">both, day-before, hour-before or none.</param>
    /// <param name="CalendarSince">Since when their calendar has an address.</param>
    public sealed record Choices(string Remind, DateTimeOffset? CalendarSince);

    /// <summary>What can be chosen.</summary>
    public static IReadOnlyList<Choice> Whens { get; } =
        [new("both", "The day before and an hour before"), new("day-before", "The day before"), new("hour-before", "An hour before"), new("none", "Do not remind me")];

    /// <summary>When to be reminded.</summary>
    [BindProperty]
    public string? Remind { get; set; }

    /// <summary>What they have chosen.</summary>
    public Part<Choices> Chosen { get; private set; } = new();

    /// <summary>The address that was just made; it is shown once, because only its hash is kept.</summary>
    public string? NewAddress { get; private set; }

    private string Here => $"{home}/sessions/choices";

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Remind = Chosen.Value?.Remind;
        // Without a cookie there is nothing to take, and reading would send one that says so.
        if (Request.Cookies.ContainsKey(NoticeCookie) && TempData[NewSecret] is string secret) NewAddress = ServeCalendar.Address(portal.Text, secret);
        return Chosen.IsMissing ? Missing() : Page();
    }

    /// <summary>They choose when to be reminded.</summary>
    public async Task<IActionResult> OnPostRemindAsync()
    {
        if (Whens.All(when => when.Value != Remind))
        {
            await Load();
            ModelState.AddModelError(nameof(Remind), "Choose when we remind you.");
            return Page();
        }

        var outcome = await Ask.Put(Service.Session, "/sessions/me/reminders", new { remind = Remind });
        if (outcome.IsDone) return Done(Here, "Saved.");
        await Load();
        return Refused(outcome);
    }

    /// <summary>Their calendar gets an address; one it had works no longer.</summary>
    public async Task<IActionResult> OnPostAddressAsync()
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var outcome = await Ask.Put(Service.Session, "/sessions/me/calendar", new { token = secret });
        if (outcome.IsDone)
        {
            TempData[NewSecret] = secret;
            return Done(Here, "Your calendar has a new address.");
        }

        await Load();
        return Refused(outcome);
    }

    /// <summary>Their calendar has no address any more.</summary>
    public async Task<IActionResult> OnPostCloseAsync()
    {
        var outcome = await Ask.Delete(Service.Session, "/sessions/me/calendar");
        if (outcome.IsDone) return Done(Here, "The address works no longer.");
        await Load();
        return Refused(outcome);
    }

    private async Task Load()
    {
        Title = home == "/me" ? "Reminders and calendar" : "Reminders and calendar – for mentors";
        Back = $"{home}/sessions";
        Chosen = await Ask.Get<Choices>(Service.Session, "/sessions/me/choices");
    }
}

/// <summary>One session as a file for a calendar.</summary>
public abstract class CalendarFilePage : MentoringPage
{
    /// <summary>Sends the file.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var asked = Ask.GetBytes(Service.Session, $"/sessions/{id}/calendar");
        if (!await MayRead(id)) return Missing();
        var file = await asked;
        return file.IsThere ? File(file.Value, "text/calendar; charset=utf-8", "session.ics") : file.IsAway ? StatusCode(StatusCodes.Status503ServiceUnavailable) : Missing();
    }

    /// <summary>Whether when and where that session is may be known to whoever asks; the session service says so too.</summary>
    protected virtual Task<bool> MayRead(Guid id) => Task.FromResult(true);
}
