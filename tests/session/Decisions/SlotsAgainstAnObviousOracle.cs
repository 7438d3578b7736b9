using Mentoring.Contracts;
using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

/// <summary>
/// Slots compared with the slow and obvious way, over the three years of which the bank holidays are known: look at every
/// single minute, ask the operating system's zones (not NodaTime's) what the clock on the wall reads, reckon the bank holidays
/// from the law and not from the file, and see whether it is a good minute.
/// </summary>
public sealed class SlotsAgainstAnObviousOracle
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly string[] Zones =
        ["Europe/London", "Europe/London", "Europe/Lisbon", "Europe/Warsaw", "America/New_York", "Asia/Kathmandu", "Asia/Tokyo", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Kiritimati"];

    // Around the clock changes of London, New York and Lord Howe, bank holidays and the end of what is known.
    private static readonly string[] Moments =
        ["2026-10-20T09:17:00Z", "2026-10-24T23:10:00Z", "2026-10-30T12:00:00Z", "2027-03-10T18:59:00Z", "2027-03-25T08:00:00Z", "2027-03-27T22:30:00Z", "2027-10-29T15:45:30Z", "2026-12-23T10:00:00Z", "2027-12-22T09:00:00Z", "2027-12-30T12:00:00Z"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_diary_gives_the_slots_that_minute_by_minute_looking_gives(int seed)
    {
        // Not for secrets: a seed that failed must fail again.
        var random = new Random(seed);
        for (var round = 0; round < 5; round++)
        {
            var (diary, sessions) = AnyDiary(random);
            var from = Shared.London.DateAt(diary.Now).AddDays(random.Next(-1, 6));
            var days = random.Next(1, 12);
            var minutes = Slots.Lengths[random.Next(Slots.Lengths.Count)];
            var how = AnyWay(random);
            var expected = Obviously(diary, sessions, from, days, minutes, how);
            Slots.Between(diary, from, days, minutes, how).Select(s => s.From).ShouldBe(expected, $"seed {seed}, round {round}, zone {diary.Availability!.Zone}, {how}");

            // All ways at once, the weeks read once, are each way by itself.
            var ways = Enum.GetValues<MeetingWay>();
            var atOnce = Slots.Between(diary, from, days, minutes, ways);
            foreach (var way in ways)
                atOnce.Where(slot => slot.Ways.Contains(way)).Select(slot => slot.Time).ShouldBe(Slots.Between(diary, from, days, minutes, way), $"seed {seed}, round {round}, {way} among all");
            atOnce.ShouldAllBe(slot => slot.Ways.Count > 0);

            var start = Shared.London.StartOf(from).AddMinutes(-180);
            for (var at = start; at < start.AddDays(days); at = at.AddMinutes(5))
            {
                var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, London).DateTime);
                if (date < from || date >= from.AddDays(days)) continue;
                (Slots.WhyNot(diary, new(at, at.AddMinutes(minutes)), how) is null).ShouldBe(expected.Contains(at), $"seed {seed}, round {round}, {at:u} in {diary.Availability.Zone}, {how}");
            }
        }
    }

    [Fact]
    public void The_comparison_meets_many_slots_bank_holidays_and_buffers_and_so_means_something()
    {
        var (found, holidays, lessForTravel) = (0, 0, 0);
        for (var seed = 1; seed <= 60; seed++)
        {
            var (diary, _) = AnyDiary(new Random(seed));
            var today = Shared.London.DateAt(diary.Now);
            var byPhone = Slots.Between(diary, today, 7, 30, MeetingWay.Phone).Count;
            found += byPhone;
            holidays += Enumerable.Range(0, 7).Count(d => BankHolidays.EnglandAndWales.Has(today.AddDays(d)));
            if (Slots.Between(diary, today, 7, 30, MeetingWay.InPerson).Count < byPhone) lessForTravel++;
        }

        found.ShouldBeGreaterThan(1000);
        holidays.ShouldBeGreaterThan(10);
        lessForTravel.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void The_file_of_bank_holidays_has_the_days_that_the_law_gives() =>
        BankHolidays.EnglandAndWales.All.Select(h => h.Date).ShouldBe(Enumerable.Range(2025, 3).SelectMany(ByLaw).Order());

    /// <summary>The Banking and Financial Dealings Act 1971 and the days by custom, with a weekday in place of a weekend.</summary>
    private static IEnumerable<DateOnly> ByLaw(int year)
    {
        var easter = Easter(year);
        yield return new DateOnly(year, 1, 1) is var first && first.DayOfWeek == DayOfWeek.Saturday ? first.AddDays(2) : first.DayOfWeek == DayOfWeek.Sunday ? first.AddDays(1) : first;
        yield return easter.AddDays(-2);
        yield return easter.AddDays(1);
        yield return Enumerable.Range(1, 7).Select(d => new DateOnly(year, 5, d)).Single(d => d.DayOfWeek == DayOfWeek.Monday);
        yield return Enumerable.Range(25, 7).Select(d => new DateOnly(year, 5, d)).Single(d => d.DayOfWeek == DayOfWeek.Monday);
        yield return Enumerable.Range(25, 7).Select(d => new DateOnly(year, 8, d)).Single(d => d.DayOfWeek == DayOfWeek.Monday);
        foreach (var day in new[] { new DateOnly(year, 12, 25), new DateOnly(year, 12, 26) })
            yield return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? day.AddDays(2) : day;
    }

    /// <summary>Easter Sunday, in the manner of Meeus, Jones and Butcher.</summary>
    private static DateOnly Easter(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var week = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - moon - (rest % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * week)) / 451;
        var sum = moon + week - (7 * late) + 114;
        return new(year, sum / 31, (sum % 31) + 1);
    }

    private static List<DateTimeOffset> Obviously(Diary diary, IReadOnlyList<(Stretch Time, MeetingWay How)> sessions, DateOnly from, int days, int minutes, MeetingWay how)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(diary.Availability!.Zone);
        var holidays = Enumerable.Range(2025, 3).SelectMany(ByLaw).ToHashSet();
        var begin = new DateTimeOffset(from.AddDays(-2), TimeOnly.MinValue, TimeSpan.Zero);
        var good = new bool[(days + 4) * 24 * 60];
        var kept = new bool[good.Length];
        for (var i = 0; i < good.Length; i++)
        {
            var minute = begin.AddMinutes(i);
            good[i] = IsFree(diary.Availability, TimeZoneInfo.ConvertTime(minute, zone).DateTime, holidays)
                && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(minute, London).DateTime) is var day && day <= diary.ClearedUntil && day <= diary.ReadyUntil && day.Year <= 2027;
            kept[i] = sessions.Any(s => s.Time.From.AddMinutes(-Buffer(s.How)) <= minute && minute < s.Time.Until.AddMinutes(Buffer(s.How)));
        }

        List<DateTimeOffset> starts = [];
        for (var i = 30; i + minutes + 30 <= good.Length; i++)
        {
            var start = begin.AddMinutes(i);
            var local = TimeZoneInfo.ConvertTime(start, London).DateTime;
            var date = DateOnly.FromDateTime(local);
            if (local.Minute % 15 != 0 || date < from || date >= from.AddDays(days)) continue;
            if (start < diary.Now.AddHours(2) || start > diary.Now.AddDays(56)) continue;
            if (good.AsSpan(i, minutes).IndexOf(false) >= 0) continue;
            if (kept.AsSpan(i - Buffer(how), minutes + (2 * Buffer(how))).IndexOf(true) < 0) starts.Add(start);
        }

        return starts;
    }

    private static int Buffer(MeetingWay how) => how switch { MeetingWay.InPerson => 30, MeetingWay.Video => 5, _ => 5 };

    private static bool IsFree(Availability availability, DateTime wall, HashSet<DateOnly> holidays)
    {
        var date = DateOnly.FromDateTime(wall);
        var time = TimeOnly.FromDateTime(wall);
        var changes = availability.Changes.Where(c => c.First <= date && date <= c.Last).ToList();
        if (changes.Count == 0) return !holidays.Contains(date) && availability.Weekly.Any(w => w.Day == wall.DayOfWeek && w.From <= time && time < w.Until);
        return changes.All(c => c.From is not null) && changes.Exists(c => c.From <= time && time < c.Until);
    }

    private static (Diary Diary, IReadOnlyList<(Stretch Time, MeetingWay How)> Sessions) AnyDiary(Random random)
    {
        var now = random.Next(3) == 0
            ? At(Moments[random.Next(Moments.Length)]).AddMinutes(random.Next(0, 3000))
            : At("2025-01-01T00:00:00Z").AddMinutes(random.Next(0, 1090 * 24 * 60));
        var today = Shared.London.DateAt(now);
        (Stretch Time, MeetingWay How)[] sessions = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => (AnyBooking(random, now), AnyWay(random)))];
        var diary = Plain with
        {
            Now = now,
            ClearedUntil = today.AddDays(random.Next(0, 30)),
            Mentee = MenteeStanding.Ready,
            ReadyUntil = today.AddDays(random.Next(0, 30)),
            Availability = new()
            {
                Zone = Zones[random.Next(Zones.Length)],
                Weekly = [.. Enumerable.Range(0, random.Next(4, 14)).Select(_ => AnyHours(random)).Select(h => new WeeklyWindow { Day = (DayOfWeek)random.Next(7), From = h.From, Until = h.Until })],
                Changes = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => AnyChange(random, today))],
            },
            Held = [.. sessions.Select(s => Slots.HeldBy(s.Time, s.How))],
        };
        return (diary, sessions);
    }

    private static MeetingWay AnyWay(Random random) => (MeetingWay)random.Next(3);

    private static (TimeOnly From, TimeOnly Until) AnyHours(Random random)
    {
        // Often at night, where the clocks change, and often at odd minutes.
        var from = random.Next(3) == 0 ? random.Next(0, 240) : random.Next(0, 1400);
        var until = Math.Min(1439, from + random.Next(10, 420));
        return (new TimeOnly(0).AddMinutes(from), new TimeOnly(0).AddMinutes(until));
    }

    private static AvailabilityChange AnyChange(Random random, DateOnly today)
    {
        var first = today.AddDays(random.Next(-2, 10));
        var hours = AnyHours(random);
        var away = random.Next(2) == 0;
        return new() { First = first, Last = first.AddDays(random.Next(0, 3)), From = away ? null : hours.From, Until = away ? null : hours.Until };
    }

    private static Stretch AnyBooking(Random random, DateTimeOffset now)
    {
        var minute = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var start = minute.AddMinutes(random.Next(0, 10 * 24 * 60));
        return new(start, start.AddMinutes(Slots.Lengths[random.Next(Slots.Lengths.Count)]));
    }
}
