namespace Mentoring.Matching.Tests;

public sealed class CommonTimeTests
{
    private static UsualWeek Week(string zone, params WeeklyWindow[] windows) => new() { Zone = zone, Weekly = windows };

    [Fact]
    public void Overlaps_are_counted_and_their_days_named()
    {
        var common = CommonTime.Of(
            Week("Europe/London", Some.Window(DayOfWeek.Monday, 9, 12), Some.Window(DayOfWeek.Sunday, 9, 12)),
            Week("Europe/London", Some.Window(DayOfWeek.Monday, 11, 13), Some.Window(DayOfWeek.Sunday, 8, 11)),
            Some.Noon);
        common.Minutes.ShouldBe(60 + 120);
        common.Longest.ShouldBe(120);
        common.Days.ShouldBe([DayOfWeek.Monday, DayOfWeek.Sunday]);
    }

    [Fact]
    public void Windows_that_touch_are_one_stretch() =>
        CommonTime.Of(
            Week("Europe/London", Some.Window(DayOfWeek.Monday, 9, 10), Some.Window(DayOfWeek.Monday, 10, 11)),
            Week("Europe/London", Some.Window(DayOfWeek.Monday, 9, 11)),
            Some.Noon).Longest.ShouldBe(120);

    [Fact]
    public void Other_zones_are_moved_to_the_young_persons_clock_also_across_the_end_of_the_week()
    {
        // Monday 1 to 3 in Athens is Sunday 23 to Monday 1 in London.
        var common = CommonTime.Of(Week("Europe/London", Some.Window(DayOfWeek.Sunday, 22, 23), new() { Day = DayOfWeek.Sunday, From = new(23, 0), Until = new(23, 59) }), Week("Europe/Athens", Some.Window(DayOfWeek.Monday, 1, 3)), Some.Noon);
        common.Minutes.ShouldBe(59);
        common.Days.ShouldBe([DayOfWeek.Sunday]);
    }

    [Fact]
    public void A_zone_nobody_knows_gives_no_time() =>
        CommonTime.Of(Week("Europe/London", Some.Window(DayOfWeek.Monday, 9, 12)), Week("Mars/Olympus", Some.Window(DayOfWeek.Monday, 9, 12)), Some.Noon).Minutes.ShouldBe(0);
}
