using System.Globalization;
using Mentoring.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>When a mentor is free: the usual week and the days that are different. Every button saves at once.</summary>
public sealed class AvailabilityModel : MentoringPage
{
    /// <summary>The days to add a time to.</summary>
    [BindProperty]
    public List<string> Days { get; set; } = [];

    /// <summary>From when, as <c>18:00</c>.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>Until when.</summary>
    [BindProperty]
    public string? Until { get; set; }

    /// <summary>What is taken out: <c>tuesday 18:00</c>, or the first date of a change.</summary>
    [BindProperty]
    public string? What { get; set; }

    /// <summary>Their record.</summary>
    public Part<OwnRecord> Record { get; private set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Record.IsMissing ? Missing() : Page();
    }

    /// <summary>Adds a time to some days. What touches another time of that day becomes one with it.</summary>
    public async Task<IActionResult> OnPostAddAsync()
    {
        await Load();
        var days = MentorWords.Week.Where(d => Days.Contains(d.ToString(), StringComparer.OrdinalIgnoreCase)).ToList();
        if (days.Count == 0) ModelState.AddModelError(nameof(Days), "Choose at least one day.");
        if (Read(From) is null) ModelState.AddModelError(nameof(From), "Choose from when.");
        if (Read(Until) is null) ModelState.AddModelError(nameof(Until), "Choose until when.");
        else if (Read(From) is { } start && Read(Until) is { } end && end <= start) ModelState.AddModelError(nameof(Until), "This is before it begins. Choose a later time.");
        if (!ModelState.IsValid) return Page();
        if (Record.Value is not { } me) return Refused(Outcomes.Away);
        var (from, until) = (Read(From)!.Value, Read(Until)!.Value);
        var weekly = days.Aggregate(me.Availability.Weekly, (all, day) => Join(all, new WeeklyWindow { Day = day, From = from, Until = until }));
        return await Save(me, me.Availability with { Weekly = weekly }, $"Saved. You are free on {Say.List(days.Select(d => d.ToString()))}, {Say.Time(from)} to {Say.Time(until)}.");
    }

    /// <summary>Takes a weekly time out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        if (Record.Value is not { } me) return Refused(Outcomes.Away);
        return await Save(me, me.Availability with { Weekly = [.. me.Availability.Weekly.Where(w => Name(w) != What)] }, "Saved.");
    }

    /// <summary>Takes a dated change out.</summary>
    public async Task<IActionResult> OnPostRemoveChangeAsync()
    {
        await Load();
        if (Record.IsMissing) return Missing();
        if (Record.Value is not { } me) return Refused(Outcomes.Away);
        return await Save(me, me.Availability with { Exceptions = [.. me.Availability.Exceptions.Where(e => Name(e) != What)] }, "Saved.");
    }

    /// <summary>How a weekly time is named in a form.</summary>
    public static string Name(WeeklyWindow window) => $"{window.Day} {window.From:HH\\:mm}";

    /// <summary>How a dated change is named in a form.</summary>
    public static string Name(AvailabilityChange change) => change.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static TimeOnly? Read(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    internal static object Body(Times times) => new { times.Zone, times.Weekly, times.Exceptions };

    private static IReadOnlyList<WeeklyWindow> Join(IReadOnlyList<WeeklyWindow> all, WeeklyWindow added)
    {
        var touching = all.Where(w => w.Day == added.Day && w.From <= added.Until && w.Until >= added.From).Append(added).ToList();
        return [.. all.Except(touching), added with { From = touching.Min(w => w.From), Until = touching.Max(w => w.Until) }];
    }

    private async Task<IActionResult> Save(OwnRecord me, Times times, string notice)
    {
        var outcome = await Ask.Put(Service.Mentor, $"/mentors/{me.MentorId}/availability", Body(times));
        return outcome.IsDone ? Done("/mentor/availability", notice) : Refused(outcome);
    }

    private async Task Load()
    {
        Title = "When I am free – for mentors";
        Record = await Ask.Get<OwnRecord>(Service.Mentor, "/mentors/me");
        Back = Record.Value?.Stage == "invited" ? "/mentor/application" : "/mentor";
    }
}
