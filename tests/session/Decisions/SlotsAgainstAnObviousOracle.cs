using Mentoring.Contracts;
using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

/// <summary>
/// Slots compared with the slow and obvious way: look at every single minute, ask the operating system's zones (not
/// NodaTime's) what the clock on the wall reads, and see whether it is a good one.
/// </summary>
public sealed class SlotsAgainstAnObviousOracle
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly string[] Zones =
        ["Europe/London", "Europe/Lisbon", "Europe/Warsaw", "America/New_York", "Asia/Kathmandu", "Asia/Tokyo", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Kiritimati"];

    // Around the clock changes of London, New York and Lord Howe, and in quiet weeks.
    private static readonly string[] Moments =
        ["2026-10-20T09:17:00Z", "2026-10-24T23:10:00Z", "2026-10-30T12:00:00Z", "2027-03-10T18:59:00Z", "2027-03-25T08:00:00Z", "2027-03-27T22:30:00Z", "2027-04-01T00:00:00Z", "2027-07-14T10:00:00Z", "2027-10-29T15:45:30Z"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_diary_gives_the_slots_that_minute_by_minute_looking_gives(int seed)
    {
        // Not for secrets: a seed that failed must fail again.
        var random = new Random(seed);
        for (var round = 0; round < 5; round++)
        {
            var diary = AnyDiary(random);
            var from = Shared.London.DateAt(diary.Now).AddDays(random.Next(-1, 6));
            var days = random.Next(1, 12);
            var minutes = Slots.Lengths[random.Next(Slots.Lengths.Count)];
            var expected = Obviously(diary, from, days, minutes);
            Slots.Between(diary, from, days, minutes).Select(s => s.From).ShouldBe(expected, $"seed {seed}, round {round}, zone {diary.Availability!.Zone}");

            var start = Shared.London.StartOf(from).AddMinutes(-180);
            for (var at = start; at < start.AddDays(days); at = at.AddMinutes(5))
            {
                var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, London).DateTime);
                if (date < from || date >= from.AddDays(days)) continue;
                (Slots.WhyNot(diary, new(at, at.AddMinutes(minutes))) is null).ShouldBe(expected.Contains(at), $"seed {seed}, round {round}, {at:u} in {diary.Availability.Zone}");
            }
        }
    }

    [Fact]
    public void The_comparison_meets_many_slots_and_so_means_something()
    {
        var found = 0;
        for (var seed = 1; seed <= 10; seed++)
        {
            var diary = AnyDiary(new Random(seed));
            found += Slots.Between(diary, Shared.London.DateAt(diary.Now), 7, 30).Count;
        }

        found.ShouldBeGreaterThan(200);
    }

    private static List<DateTimeOffset> Obviously(Diary diary, DateOnly from, int days, int minutes)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(diary.Availability!.Zone);
        var begin = new DateTimeOffset(from.AddDays(-2), TimeOnly.MinValue, TimeSpan.Zero);
        var good = new bool[(days + 4) * 24 * 60];
        for (var i = 0; i < good.Length; i++)
        {
            var minute = begin.AddMinutes(i);
            good[i] = IsFree(diary.Availability, TimeZoneInfo.ConvertTime(minute, zone).DateTime)
                && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(minute, London).DateTime) is var day && day <= diary.ClearedUntil && day <= diary.ReadyUntil
                && !diary.Booked.Any(b => b.From <= minute && minute < b.Until);
        }

        List<DateTimeOffset> starts = [];
        for (var i = 0; i + minutes <= good.Length; i++)
        {
            var start = begin.AddMinutes(i);
            var local = TimeZoneInfo.ConvertTime(start, London).DateTime;
            var date = DateOnly.FromDateTime(local);
            if (local.Minute % 15 != 0 || date < from || date >= from.AddDays(days)) continue;
            if (start < diary.Now.AddHours(2) || start > diary.Now.AddDays(56)) continue;
            if (good.AsSpan(i, minutes).IndexOf(false) < 0) starts.Add(start);
        }

        return starts;
    }

    private static bool IsFree(Availability availability, DateTime wall)
    {
        var date = DateOnly.FromDateTime(wall);
        var time = TimeOnly.FromDateTime(wall);
        var changes = availability.Changes.Where(c => c.First <= date && date <= c.Last).ToList();
        if (changes.Count == 0) return availability.Weekly.Any(w => w.Day == wall.DayOfWeek && w.From <= time && time < w.Until);
        return changes.All(c => c.From is not null) && changes.Exists(c => c.From <= time && time < c.Until);
    }

    private static Diary AnyDiary(Random random)
    {
        var now = At(Moments[random.Next(Moments.Length)]).AddMinutes(random.Next(0, 3000));
        var today = Shared.London.DateAt(now);
        return Plain with
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
            Booked = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => AnyBooking(random, now))],
        };
    }

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
