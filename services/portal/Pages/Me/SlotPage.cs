using System.Globalization;
using Mentoring.Portal.Tags;
using Mentoring.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Portal.Pages.Me;

/// <summary>A page on which a time is picked, a week at a glance.</summary>
public abstract class SlotPage : MyPage
{
    /// <summary>A free time.</summary>
    /// <param name="StartsAt">When it starts.</param>
    /// <param name="Ways">How the two can meet then: close to another session there may be no time to travel.</param>
    public sealed record Slot(DateTimeOffset StartsAt, IReadOnlyList<string>? Ways = null);

    /// <summary>The free times.</summary>
    /// <param name="Slots">The times.</param>
    /// <param name="Why">Why there can be none.</param>
    /// <param name="Note">Something to know about the last of these days.</param>
    public sealed record Free(IReadOnlyList<Slot> Slots, string? Why, string? Note = null);

    /// <summary>How many days are shown at once.</summary>
    protected const int Days = 7;

    /// <summary>The lengths there are.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [30, 45, 60, 90];

    /// <summary>The ways to meet.</summary>
    public static IReadOnlyList<Choice> Ways { get; } = [new("in-person", "In person"), new("video", "By video"), new("phone", "By phone")];

    /// <summary>The first day shown.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>How long, in minutes.</summary>
    [BindProperty(SupportsGet = true)]
    public int Minutes { get; set; }

    /// <summary>Whether every quarter of an hour is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Fine { get; set; }

    /// <summary>The free times.</summary>
    public Part<Free> Times { get; private set; } = new();

    /// <summary>The way to meet that is settled already; null while it is still to be picked.</summary>
    protected virtual string? Way => null;

    /// <summary>The first day shown.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The day of the page before; null on the first.</summary>
    public DateOnly? Earlier { get; private set; }

    /// <summary>The day of the next page; null on the last.</summary>
    public DateOnly? Later { get; private set; }

    /// <summary>The address of this page without its query.</summary>
    public string Here => Request.Path;

    /// <summary>The times by day: on the hour and half past, or all.</summary>
    public IEnumerable<IGrouping<DateOnly, Slot>> ByDay => (Times.Value?.Slots ?? [])
        .Where(s => (Fine || s.StartsAt.Minute % 30 == 0) && (Way is null || s.Ways?.Contains(Way) != false)).GroupBy(s => London.DateAt(s.StartsAt));

    /// <summary>Reads the free times of a match.</summary>
    /// <param name="match">The match.</param>
    /// <param name="moving">A session that is to move, and does not stand in its own way.</param>
    protected async Task LoadTimes(Guid match, Guid? moving = null)
    {
        if (!Lengths.Contains(Minutes)) Minutes = 60;
        var last = Today.AddDays(8 * 7);
        First = From is { } from && from >= Today && from <= last ? from : Today;
        Earlier = First > Today ? (First.AddDays(-Days) < Today ? Today : First.AddDays(-Days)) : null;
        Later = First.AddDays(Days) <= last ? First.AddDays(Days) : null;
        Times = await Ask.Get<Free>(Service.Session, $"/matches/{match}/slots?from={First:yyyy-MM-dd}&days={Days}&minutes={Minutes}{(moving is { } session ? $"&except={session}" : string.Empty)}");
    }

    /// <summary>A link of this page with something else chosen.</summary>
    public string Link(DateOnly? from = null, int? minutes = null, bool? fine = null) => string.Create(
        CultureInfo.InvariantCulture, $"{Here}?from={from ?? First:yyyy-MM-dd}&minutes={minutes ?? Minutes}&fine={(fine ?? Fine ? "true" : "false")}");

    /// <summary>Whether a time from an address can be one that was picked; far from it, calendars have no day for it.</summary>
    public static bool CanBe(DateTimeOffset at) => at.Year is > 2000 and < 3000;

    /// <summary>A time as it stands in an address.</summary>
    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
