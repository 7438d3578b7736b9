using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class GoalsTests(SessionService service)
{
    private static Task<MenteesGoal> Set(World world, string words, int? score = null) =>
        world.AsMentee.Post("/goals", new { area = "work", words, score }).ShouldBe<MenteesGoal>(HttpStatusCode.Created);

    [Fact]
    public async Task A_goal_is_set_rated_put_in_other_words_reached_and_taken_up_again()
    {
        var world = await World.Of(service);
        var goal = await Set(world, " Find an apprenticeship. ", 2);
        (goal.Words, goal.State).ShouldBe(("Find an apprenticeship.", GoalState.Open));
        (await world.AsMentee.Post($"/goals/{goal.Id}/ratings", new { score = 5 }).ShouldBe<MenteesGoal>(HttpStatusCode.OK)).Ratings.ShouldHaveSingleItem().Score.ShouldBe(5);
        (await world.AsMentee.Put($"/goals/{goal.Id}", new { area = "education", words = "Start at college." }).ShouldBe<MenteesGoal>(HttpStatusCode.OK)).Area.ShouldBe("education");
        (await world.AsMentee.Post($"/goals/{goal.Id}/closing", new { reached = true }).ShouldBe<MenteesGoal>(HttpStatusCode.OK)).State.ShouldBe(GoalState.Reached);
        await world.AsMentee.Post($"/goals/{goal.Id}/ratings", new { score = 6 }).ShouldBeProblem(HttpStatusCode.Conflict, "closed");
        (await world.AsMentee.Post($"/goals/{goal.Id}/reopening").ShouldBe<MenteesGoal>(HttpStatusCode.OK)).ClosedAt.ShouldBeNull();

        var read = (await world.AsMentor.Get<Page<SupportersGoal>>($"/mentees/{world.Mentee}/goals")).Items.ShouldHaveSingleItem();
        (read.Words, read.Ratings.Single().Score).ShouldBe(("Start at college.", 5));
        (await world.AsCaseworker.Get<Page<SupportersGoal>>($"/mentees/{world.Mentee}/goals")).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Three_are_open_at_a_time_however_many_ask_at_once()
    {
        var world = await World.Of(service);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => world.AsMentee.Post("/goals", new { area = "work", words = $"Goal {i}" })));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Created || a.StatusCode == HttpStatusCode.Conflict);
        while ((await world.AsMentee.Get<Page<MenteesGoal>>("/goals/me")).Items.Count < 3) await Set(world, "One more.");
        await world.AsMentee.Post("/goals", new { area = "work", words = "A fourth." }).ShouldBeProblem(HttpStatusCode.Conflict, "three goals");

        var goals = (await world.AsMentee.Get<Page<MenteesGoal>>("/goals/me")).Items;
        goals.Count.ShouldBe(3);
        await world.AsMentee.Post($"/goals/{goals[1].Id}/closing", new { reached = false }).ShouldSucceed();
        var fourth = await Set(world, "A fourth.");
        await world.AsMentee.Post($"/goals/{goals[1].Id}/reopening").ShouldBeProblem(HttpStatusCode.Conflict, "three goals");

        // The open ones come first, also over pages.
        var first = await world.AsMentee.Get<Page<MenteesGoal>>("/goals/me?take=2");
        var second = await world.AsMentee.Get<Page<MenteesGoal>>($"/goals/me?take=2&after={first.Next}");
        first.Items.Concat(second.Items).Select(g => g.Id).ShouldBe([fourth.Id, goals[0].Id, goals[2].Id, goals[1].Id]);
        second.Next.ShouldBeNull();
        await world.AsMentee.Get($"/goals/me?after={GoalId.New()}").ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_word_that_is_no_area_is_named_with_those_that_are()
    {
        var world = await World.Of(service);
        var problem = await world.AsMentee.Post("/goals", new { area = "cars", words = "Drive." }).ShouldBeProblem(HttpStatusCode.BadRequest);
        problem.GetRawText().ShouldContain("cars");
        problem.GetRawText().ShouldContain("housing");
    }
}
