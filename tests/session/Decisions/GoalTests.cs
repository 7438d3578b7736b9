using Mentoring.Shared;
using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class GoalTests
{
    private static Goal AGoal => Goal.Set(MenteeId.New(), "work", "Find work.", 1, Now);

    [Theory]
    [InlineData("", 1)]
    [InlineData("1", 2)]
    [InlineData("1 3", 2)]
    [InlineData("2 3", 1)]
    [InlineData("1 2 3", null)]
    public void There_are_three_places(string taken, int? free) =>
        Goal.FreePlace(taken.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)).ShouldBe(free);

    [Fact]
    public void There_is_one_rating_a_day_in_London_and_the_last_one_counts()
    {
        var goal = AGoal;
        goal.Rate(3, At("2026-07-01T22:30:00Z")).Changed.ShouldBeTrue();
        goal.Rate(3, At("2026-07-01T22:40:00Z")).ShouldBe(Decision.AlreadySo);
        goal.Rate(4, At("2026-07-01T22:50:00Z")).Changed.ShouldBeTrue();
        goal.Rate(6, At("2026-07-01T23:10:00Z")).Changed.ShouldBeTrue();
        goal.Ratings.Select(r => (r.On, r.Score)).ShouldBe([(On("2026-07-01"), 4), (On("2026-07-02"), 6)]);
    }

    [Fact]
    public void A_closed_goal_gives_its_place_away_and_is_neither_rated_nor_changed()
    {
        var goal = AGoal;
        goal.Close(reached: true, Now).Changed.ShouldBeTrue();
        goal.Close(reached: true, Now).ShouldBe(Decision.AlreadySo);
        (goal.State, goal.Place, goal.ClosedAt).ShouldBe((GoalState.Reached, null, Now));
        goal.Rate(5, Now).IsRefused.ShouldBeTrue();
        goal.Say("money", "Save up.").IsRefused.ShouldBeTrue();
        goal.Close(reached: false, Now.AddDays(1)).Changed.ShouldBeTrue();
        (goal.State, goal.ClosedAt).ShouldBe((GoalState.PutAway, Now));
    }

    [Fact]
    public void A_goal_is_taken_up_again_where_there_is_a_place()
    {
        var goal = AGoal;
        goal.Reopen(2).ShouldBe(Decision.AlreadySo);
        goal.Close(reached: false, Now);
        goal.Reopen(null).Refusal.ShouldBe(Goal.Full);
        goal.Reopen(2).Changed.ShouldBeTrue();
        (goal.State, goal.Place, goal.ClosedAt).ShouldBe((GoalState.Open, 2, null));
    }
}
