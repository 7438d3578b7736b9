using System.Globalization;
using Shouldly;
using Xunit;

namespace Mentoring.Safeguarding.Tests.Decisions;

public sealed class AgreedTimeTests
{
    [Theory]
    [InlineData("2026-11-24T15:00Z", "2026-11-25T15:00Z", "Tuesday to Wednesday")]
    [InlineData("2026-11-27T15:00Z", "2026-11-30T15:00Z", "Friday to Monday")]
    [InlineData("2026-11-28T11:00Z", "2026-12-01T00:00Z", "a Saturday's begins to wait on Monday")]
    [InlineData("2026-11-29T23:59Z", "2026-12-01T00:00Z", "a Sunday's too")]
    [InlineData("2026-03-27T15:00Z", "2026-03-30T14:00Z", "over the change to summer time, the same hour on the wall")]
    [InlineData("2026-10-23T14:00Z", "2026-10-26T15:00Z", "and over the change back")]
    [InlineData("2026-06-26T23:30Z", "2026-06-29T23:00Z", "half past midnight on a Saturday in London is Saturday, though still Friday in UTC")]
    public void What_is_not_urgent_is_due_at_the_same_hour_of_the_next_working_day(string from, string due, string why) =>
        AgreedTime.Until(At(from), isUrgent: false).ShouldBe(At(due), why);

    [Theory]
    [InlineData("2026-11-24T15:00Z", "2026-11-24T16:00Z")]
    [InlineData("2026-11-28T23:30Z", "2026-11-29T00:30Z")]
    public void What_is_urgent_is_due_in_an_hour_also_on_a_Saturday_night(string from, string due) => AgreedTime.Until(At(from), isUrgent: true).ShouldBe(At(due));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
