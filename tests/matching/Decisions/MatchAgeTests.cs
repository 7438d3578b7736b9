namespace Mentoring.Matching.Tests;

public sealed class MatchAgeTests
{
    [Fact]
    public void Every_day_of_four_years_is_in_the_band_that_counting_months_finds()
    {
        var day = new DateOnly(2026, 3, 31);
        for (var i = 0; i < 4 * 365; i++, day = day.AddDays(1))
        {
            var thresholds = MatchAges.Thresholds(day);
            for (var began = day; began > day.AddDays(-400); began = began.AddDays(-7)) MatchAges.Of(thresholds.Count(t => began >= t)).ShouldBe(ByCounting(began, day), $"{began:O} on {day:O}");
        }
    }

    [Theory]
    [InlineData("2026-03-31", "2026-02-28", MatchAge.FromOneMonth)]
    [InlineData("2026-03-31", "2026-03-01", MatchAge.UnderOneMonth)]
    [InlineData("2028-02-29", "2027-02-28", MatchAge.FromTwelveMonths)]
    [InlineData("2026-11-23", "2026-11-23", MatchAge.UnderOneMonth)]
    [InlineData("2026-11-23", "2026-08-23", MatchAge.FromThreeMonths)]
    [InlineData("2026-11-23", "2026-08-24", MatchAge.FromOneMonth)]
    public void Months_are_calendar_months(string day, string began, MatchAge age) =>
        MatchAges.Of(MatchAges.Thresholds(DateOnly.Parse(day, null)).Count(t => DateOnly.Parse(began, null) >= t)).ShouldBe(age);

    // How many times a month can be taken off the day without passing the day it began on.
    private static MatchAge ByCounting(DateOnly began, DateOnly day)
    {
        var months = 0;
        while (day.AddMonths(-(months + 1)) >= began) months++;
        return months switch { 0 => MatchAge.UnderOneMonth, < 3 => MatchAge.FromOneMonth, < 6 => MatchAge.FromThreeMonths, < 12 => MatchAge.FromSixMonths, _ => MatchAge.FromTwelveMonths };
    }
}
