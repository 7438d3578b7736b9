using System.Net;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class LookBackTests(SessionService service)
{
    private DateTimeOffset Now => service.Clock.GetUtcNow();

    private static string Address(World world) => $"/matches/{world.Match}/look-back";

    [Fact]
    public async Task A_look_back_is_made_of_what_is_the_young_persons_own_and_of_nothing_else()
    {
        var world = await World.Of(service, began: Now.AddDays(-60));
        await world.Held(Now.AddDays(-20));
        var about = await world.Held(Now.AddDays(-10));
        await world.Begun(Now.AddDays(-5));
        var goal = await world.AsMentee.Post("/goals", new { area = "work", words = "Find work.", score = 2 }).ShouldBe<MenteesGoal>(HttpStatusCode.Created);
        var shared = await World.Write(world.AsMentee, world.Thoughts(about, nextStep: new { text = "Ring them." }));
        await world.AsMentee.Post($"/reflections/{shared.Id}/sharing", new { shared = true }).ShouldSucceed();
        await world.AsMentee.Post($"/reflections/{shared.Id}/next-step", new { done = true }).ShouldSucceed();
        var kept = await World.Write(world.AsMentee, world.Thoughts(what: "Only mine."));
        await World.Write(world.AsMentee, world.Thoughts(finished: false, what: "Not finished."));
        var mentors = await World.Write(world.AsMentor, world.Thoughts(what: "The mentor's own."));
        await world.AsMentor.Post($"/reflections/{mentors.Id}/sharing", new { shared = true }).ShouldSucceed();
        await service.TellAndWait(world.Ending(Now));

        var seen = await world.AsMentee.Get<LookBack.Answer>(Address(world));
        (seen.Met, seen.Minutes, seen.EndedOn, seen.StepsDone).ShouldBe((2, 120, null, 1));
        seen.Goals.ShouldHaveSingleItem().Ratings.ShouldHaveSingleItem().Score.ShouldBe(2);
        seen.Reflections.Select(r => (r.Id, r.Shared)).ShouldBe([(shared.Id, true), (kept.Id, false)]);
        seen.Reflections[0].SessionAt.ShouldNotBeNull();

        await service.TellAndWait(world.Ended(Now));
        var after = await (await world.AsMentee.Get(Address(world))).ShouldBe(HttpStatusCode.OK);
        var text = await after.Content.ReadAsStringAsync();
        foreach (var theirs in (string[])["The mentor's own.", world.Mentor.ToString(), world.Caseworker.ToString()]) text.ShouldNotContain(theirs);
        (await world.AsMentee.Get<LookBack.Answer>(Address(world))).EndedOn.ShouldNotBeNull();

        // What is rated and written later belongs to another time.
        await world.AsMentee.Post("/goals", new { area = "money", words = "Save up." }).ShouldSucceed();
        (await world.AsMentee.Get<LookBack.Answer>(Address(world))).Goals.ShouldHaveSingleItem().Id.ShouldBe(goal.Id);
    }

    [Fact]
    public async Task There_is_no_look_back_while_the_two_go_on_nor_where_they_never_met()
    {
        var world = await World.Of(service);
        await world.AsMentee.Get(Address(world)).ShouldBeProblem(HttpStatusCode.Conflict, "go on meeting");
        var unmet = Mentoring.Shared.MatchId.New();
        await service.TellAndWait(world.Approved(Now) with { MatchId = unmet.Value });
        await service.TellAndWait(world.Ended(Now) with { MatchId = unmet.Value });
        await world.AsMentee.Get($"/matches/{unmet}/look-back").ShouldBeProblem(HttpStatusCode.Conflict, "not met");
    }
}
