using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class CadenceTests
{
    [Theory]
    [InlineData("2026-11-02", 0, null, "2026-11-16")] // the first by day 14
    [InlineData("2026-11-02", 1, "2026-11-10", "2026-11-30")] // the second by day 28
    [InlineData("2026-11-02", 1, "2026-11-28", "2026-12-05")] // not in the days right after a late first one
    [InlineData("2026-11-02", 1, "2026-12-20", "2026-12-27")] // a first one after the month is followed up soon
    [InlineData("2026-11-02", 2, "2026-11-30", "2026-12-30")] // then monthly
    [InlineData("2026-11-02", 5, "2027-01-31", "2027-02-28")] // a month has the days it has
    public void The_next_one_is_due(string began, int held, string? last, string due) =>
        Cadence.NextDue(On(began), held, last is null ? null : On(last)).ShouldBe(On(due));
}
