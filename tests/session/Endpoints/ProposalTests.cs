using System.Net;
using Mentoring.Contracts.Sessions;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class ProposalTests(SessionService service)
{
    [Fact]
    public async Task One_asks_for_another_time_the_other_says_yes_and_it_moves_in_one_step()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        var asked = await world.AsMentee.Post($"/sessions/{session.Id}/proposal", new { startsAt = world.Day(4) }).ShouldBe<MenteesSession>(HttpStatusCode.OK);
        asked.StartsAt.ShouldBe(world.Day(2));
        await world.AsMentee.Post($"/sessions/{session.Id}/proposal", new { startsAt = world.Day(4) }).ShouldSucceed();
        var told = await service.HeardOnce<SessionTimeProposed>(f => f.SessionId == session.Id.Value);
        (told.By, told.StartsAt, told.ProposedStartsAt).ShouldBe(("mentee", world.Day(2), world.Day(4)));
        var seen = (await world.AsMentor.Get<MentorsSession>($"/sessions/{session.Id}")).Proposal.ShouldNotBeNull();
        (seen.By, seen.StartsAt, seen.EndsAt).ShouldBe((Voice.Mentee, world.Day(4), world.Day(4, 11)));
        (await world.AsMentor.Get<SeeMyHome.MentorsHome>("/me/summary")).Matches.ShouldHaveSingleItem().Next!.Proposal.ShouldNotBeNull();
        await world.AsMentee.Post($"/sessions/{session.Id}/proposal/answer", new { startsAt = world.Day(4), accept = true }).ShouldBeProblem(HttpStatusCode.Conflict, "yourself");
        var moved = await world.AsMentor.Post($"/sessions/{session.Id}/proposal/answer", new { startsAt = world.Day(4), accept = true }).ShouldBe<MentorsSession>(HttpStatusCode.OK);
        (moved.StartsAt, moved.Proposal).ShouldBe((world.Day(4), null));
        (await service.HeardOnce<SessionMoved>(f => f.SessionId == session.Id.Value)).StartsAt.ShouldBe(world.Day(4));
        await world.Book(world.Day(2));
    }

    [Fact]
    public async Task With_a_no_or_once_taken_back_it_stays()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        var path = $"/sessions/{session.Id}/proposal";
        await world.AsMentor.Post(path, new { startsAt = world.Day(4), minutes = 30 }).ShouldSucceed();
        (await world.AsMentee.Post($"{path}/answer", new { startsAt = world.Day(4), accept = false }).ShouldBe<MenteesSession>(HttpStatusCode.OK)).Proposal.ShouldBeNull();
        var told = await service.HeardOnce<SessionTimeDeclined>(f => f.SessionId == session.Id.Value);
        (told.AskedBy, told.StartsAt).ShouldBe(("mentor", world.Day(2)));
        await world.AsMentor.Post(path, new { startsAt = world.Day(5) }).ShouldSucceed();
        await world.AsMentee.Delete(path).ShouldBeProblem(HttpStatusCode.Conflict, "Say yes or no");
        await world.AsMentor.Delete(path).ShouldSucceed();
        await world.AsMentee.Post($"{path}/answer", new { startsAt = world.Day(5), accept = true }).ShouldBeProblem(HttpStatusCode.Conflict, "Nobody asks");
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{session.Id}")).StartsAt.ShouldBe(world.Day(2));
        await service.HeardNo<SessionMoved>(f => f.SessionId == session.Id.Value);
    }

    [Fact]
    public async Task A_time_that_went_meanwhile_cannot_be_said_yes_to_and_the_session_keeps_its_own()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        await world.AsMentee.Post($"/sessions/{session.Id}/proposal", new { startsAt = world.Day(4) }).ShouldSucceed();
        var other = await World.Of(service, mentor: world.Mentor);
        await other.Book(other.Day(4));
        await world.AsMentor.Post($"/sessions/{session.Id}/proposal/answer", new { startsAt = world.Day(4), accept = true }).ShouldBeProblem(HttpStatusCode.Conflict, "taken");
        (await world.AsMentor.Get<MentorsSession>($"/sessions/{session.Id}")).StartsAt.ShouldBe(world.Day(2));
    }

    [Fact]
    public async Task Of_many_yeses_and_nos_at_once_one_counts()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        await world.AsMentee.Post($"/sessions/{session.Id}/proposal", new { startsAt = world.Day(4) }).ShouldSucceed();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => world.AsMentor.Post($"/sessions/{session.Id}/proposal/answer", new { startsAt = world.Day(4), accept = i % 2 == 0 })));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK || a.StatusCode == HttpStatusCode.Conflict);
        answers.ShouldContain(a => a.StatusCode == HttpStatusCode.OK);
        var now = await world.AsMentor.Get<MentorsSession>($"/sessions/{session.Id}");
        now.Proposal.ShouldBeNull();
        (now.StartsAt == world.Day(4) || now.StartsAt == world.Day(2)).ShouldBeTrue();
    }
}
