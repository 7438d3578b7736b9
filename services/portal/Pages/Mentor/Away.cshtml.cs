using Mentoring.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Mentor;

/// <summary>Days on which a mentor is away, or free at another time than usual.</summary>
public sealed class AwayModel : MentoringPage
{
    /// <summary>The first day.</summary>
    [BindProperty]
    public DateParts First { get; set; } = new();

    /// <summary>The last day; the first one when it is left empty.</summary>
    [BindProperty]
    public DateParts Last { get; set; } = new();

    /// <summary>away or other.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>From when on these days.</summary>
    [BindProperty]
    public string? From { get; set; }

    /// <summary>Until when on these days.</summary>
    [BindProperty]
    public string? Until { get; set; }

    /// <summary>Asks.</summary>
    public void OnGet() => Show();

    /// <summary>Keeps it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Show();
        var first = First.Read();
        var last = Last.IsEmpty ? first : Last.Read();
        if (first is null) ModelState.AddModelError(nameof(First), First.IsEmpty ? "Enter the first day." : "Enter a real date, like 21 12 2026.");
        else if (first < Today) ModelState.AddModelError(nameof(First), "This day is over. Enter one from today on.");
        else if (first > Today.AddYears(2)) ModelState.AddModelError(nameof(First), "That is more than two years ahead.");
        if (!Last.IsEmpty && last is null) ModelState.AddModelError(nameof(Last), "Enter a real date, or leave it empty.");
        else if (last < first) ModelState.AddModelError(nameof(Last), "The last day is before the first.");
        else if (last > Today.AddYears(2)) ModelState.AddModelError(nameof(Last), "That is more than two years ahead.");
        if (Kind is not ("away" or "other")) ModelState.AddModelError(nameof(Kind), "Choose one.");
        var (from, until) = (AvailabilityModel.Read(From), AvailabilityModel.Read(Until));
        if (Kind == "other")
        {
            if (from is null) ModelState.AddModelError(nameof(From), "Choose from when.");
            if (until is null) ModelState.AddModelError(nameof(Until), "Choose until when.");
            else if (until <= from) ModelState.AddModelError(nameof(Until), "This is before it begins. Choose a later time.");
        }

        if (!ModelState.IsValid) return Page();
        var record = await Ask.Get<OwnRecord>(Service.Mentor, "/mentors/me");
        if (record.IsMissing) return Missing();
        if (record.Value is not { } me) return Refused(Outcomes.Away);
        var added = new AvailabilityChange { First = first!.Value, Last = last!.Value, From = Kind == "other" ? from : null, Until = Kind == "other" ? until : null };
        var met = me.Availability.Exceptions.Where(e => e.First <= added.Last && e.Last >= added.First).ToList();
        if (met.Count > 0)
        {
            ModelState.AddModelError(nameof(First), $"You have said something about {Say.Day(met[0].First)} already. Remove that first.");
            return Page();
        }

        var outcome = await Ask.Put(Service.Mentor, $"/mentors/{me.MentorId}/availability", AvailabilityModel.Body(me.Availability with { Exceptions = [.. me.Availability.Exceptions, added] }));
        return outcome.IsDone ? Done("/mentor/availability", "Saved.") : Refused(outcome);
    }

    private void Show()
    {
        Title = "Days that are different – for mentors";
        Back = "/mentor/availability";
    }
}
