using Mentoring.Contracts;
using NodaTime;
using NodaTime.Extensions;

namespace Mentoring.Sessions;

/// <summary>When a mentor is free, in the local time of their own zone: a weekly pattern and dated changes to it.</summary>
public sealed record Availability
{
    /// <summary>The IANA zone, such as <c>Europe/London</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>The hours that come back every week.</summary>
    public required IReadOnlyList<WeeklyWindow> Weekly { get; init; }

    /// <summary>Dated changes. On a day that several of them speak of, being away outweighs being free.</summary>
    public required IReadOnlyList<AvailabilityChange> Changes { get; init; }

    /// <summary>
    /// The real time within <paramref name="within"/> at which the mentor is free, in order and joined. A mentor is free
    /// whenever the clock on their wall reads one of their hours: an hour that the clocks skip is not there, an hour that
    /// comes twice is there twice.
    /// </summary>
    public IReadOnlyList<Stretch> Open(Stretch within)
    {
        if (within.From >= within.Until) return [];
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var interval = new Interval(within.From.ToInstant(), within.Until.ToInstant());
        var spells = zone.GetZoneIntervals(interval).ToArray();
        List<Stretch> open = [];
        var last = interval.End.InZone(zone).Date;
        for (var date = interval.Start.InZone(zone).Date; date <= last; date = date.PlusDays(1))
        {
            foreach (var (from, until) in HoursOn(date.ToDateOnly()))
            {
                foreach (var spell in spells)
                {
                    // Within a spell the offset does not change, so that local time is real time less the offset.
                    var start = date.At(from.ToLocalTime()).WithOffset(spell.WallOffset).ToInstant();
                    var end = date.At(until.ToLocalTime()).WithOffset(spell.WallOffset).ToInstant();
                    start = Instant.Max(Instant.Max(start, interval.Start), spell.HasStart ? spell.Start : interval.Start);
                    end = Instant.Min(Instant.Min(end, interval.End), spell.HasEnd ? spell.End : interval.End);
                    if (start < end) open.Add(new(start.ToDateTimeOffset(), end.ToDateTimeOffset()));
                }
            }
        }

        return Stretch.Joined(open);
    }

    /// <summary>
    /// The local hours on a local date, after the changes that hold for it. On a bank holiday the weekly hours do not hold: who
    /// wants to meet on one says so with a change for that day.
    /// </summary>
    private IEnumerable<(TimeOnly From, TimeOnly Until)> HoursOn(DateOnly date)
    {
        var changes = Changes.Where(c => c.First <= date && date <= c.Last).ToArray();
        if (changes.Length == 0) return BankHolidays.EnglandAndWales.Has(date) ? [] : Weekly.Where(w => w.Day == date.DayOfWeek).Select(w => (w.From, w.Until));
        return Array.Exists(changes, c => c.From is null || c.Until is null) ? [] : changes.Select(c => (c.From!.Value, c.Until!.Value));
    }
}
