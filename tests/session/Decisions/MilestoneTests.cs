using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class MilestoneTests
{
    [Theory]
    [InlineData("2026-08-31", Milestone.SixWeeks, "2026-10-12")]
    [InlineData("2026-08-31", Milestone.ThreeMonths, "2026-11-30")] // a month has the days it has
    [InlineData("2026-08-31", Milestone.SixMonths, "2027-02-28")]
    [InlineData("2028-02-29", Milestone.TwelveMonths, "2029-02-28")]
    public void A_review_is_due_at_its_milestone(string began, Milestone milestone, string due) => Milestones.DueOn(On(began), milestone).ShouldBe(On(due));

    [Theory]
    [InlineData("2026-09-27", "", null)] // 15 days before six weeks
    [InlineData("2026-09-28", "", Milestone.SixWeeks)]
    [InlineData("2026-11-15", "", Milestone.SixWeeks)] // overdue, and asked for still
    [InlineData("2026-09-28", "SixWeeks", null)]
    [InlineData("2026-11-16", "", Milestone.ThreeMonths)] // the first one is past: nobody makes up for it
    [InlineData("2026-11-16", "SixWeeks", Milestone.ThreeMonths)]
    [InlineData("2027-02-01", "SixWeeks,ThreeMonths", null)]
    [InlineData("2027-02-14", "ThreeMonths", Milestone.SixMonths)]
    [InlineData("2029-01-01", "SixMonths", Milestone.TwelveMonths)]
    [InlineData("2029-01-01", "TwelveMonths", null)]
    public void The_review_that_is_asked_for_is_the_last_one_reached_unless_it_was_held(string today, string held, Milestone? asked) =>
        Milestones.Asked(On("2026-08-31"), [.. held.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Milestone>)], On(today)).ShouldBe(asked);
}
