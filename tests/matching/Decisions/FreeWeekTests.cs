namespace Mentoring.Matching.Tests;

public sealed class FreeWeekTests
{
    private static UsualWeek Week(string zone, params WeeklyWindow[] windows) => new() { Zone = zone, Weekly = windows };

    private static FreeWeek Read(UsualWeek week, int minutes = 60, DateTimeOffset? now = null) => FreeWeek.Of(week, minutes, now ?? Some.Noon);

    private static WeeklyWindow Between(DayOfWeek day, string from, string until) => new() { Day = day, From = TimeOnly.Parse(from, null), Until = TimeOnly.Parse(until, null) };

    [Fact]
    public void The_days_are_named_on_which_both_can_begin_an_hour() => Read(Week("Europe/London", Some.Window(DayOfWeek.Monday, 9, 12), Some.Window(DayOfWeek.Sunday, 9, 12)))
        .DaysWith(Read(Week("Europe/London", Some.Window(DayOfWeek.Monday, 11, 13), Some.Window(DayOfWeek.Sunday, 8, 11)))).ShouldBe([DayOfWeek.Monday, DayOfWeek.Sunday]);

    [Fact]
    public void Less_than_the_stretch_in_common_is_no_common_day() => Read(Week("Europe/London", Between(DayOfWeek.Monday, "09:00", "10:45")))
        .DaysWith(Read(Week("Europe/London", Between(DayOfWeek.Monday, "10:00", "12:00")))).ShouldBeEmpty();

    [Fact]
    public void Windows_that_touch_are_one_stretch() => Read(Week("Europe/London", Some.Window(DayOfWeek.Monday, 9, 10), Some.Window(DayOfWeek.Monday, 10, 11)), 120)
        .DaysWith(Read(Week("Europe/London", Some.Window(DayOfWeek.Monday, 9, 11)), 120)).ShouldBe([DayOfWeek.Monday]);

    [Fact]
    public void A_stretch_begins_on_a_quarter_hour_as_sessions_do()
    {
        var odd = Read(Week("Europe/London", Between(DayOfWeek.Tuesday, "17:10", "18:20")));
        Enumerable.Range(0, FreeWeek.QuartersAWeek).Where(odd.CanBeginAt).ShouldBe([FreeWeek.QuartersADay + (17 * 4) + 1]);
        Enumerable.Range(0, FreeWeek.QuartersAWeek).Any(Read(Week("Europe/London", Between(DayOfWeek.Tuesday, "17:10", "18:10"))).CanBeginAt).ShouldBeFalse();
    }

    [Fact]
    public void Other_zones_are_moved_to_London_also_across_the_end_of_the_week()
    {
        // Monday 1 to 3 in Athens is Sunday 23 to Monday 1 in London.
        var athens = Read(Week("Europe/Athens", Some.Window(DayOfWeek.Monday, 1, 3)), 30);
        athens.DaysWith(Read(Week("Europe/London", Some.Window(DayOfWeek.Sunday, 22, 23), Between(DayOfWeek.Sunday, "23:00", "23:59")), 30)).ShouldBe([DayOfWeek.Sunday]);
        athens.DaysWith(Read(Week("Europe/London", Some.Window(DayOfWeek.Monday, 0, 1)), 30)).ShouldBe([DayOfWeek.Monday]);
    }

    [Fact]
    public void Nepal_with_its_odd_quarter_is_read_too() =>
        Read(Week("Asia/Kathmandu", Between(DayOfWeek.Monday, "17:45", "18:45"))).DaysWith(Read(Week("Europe/London", Some.Window(DayOfWeek.Monday, 12, 13)))).ShouldBe([DayOfWeek.Monday]);

    [Fact]
    public void A_zone_nobody_knows_gives_no_time() =>
        Read(Week("Europe/London", Some.Window(DayOfWeek.Monday, 9, 12))).DaysWith(Read(Week("Mars/Olympus", Some.Window(DayOfWeek.Monday, 9, 12)))).ShouldBeEmpty();
}
