using System.Net;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class ReflectionsTests(SessionService service)
{
    private DateTimeOffset Now => service.Clock.GetUtcNow();

    private static string Address(ReflectionId id) => $"/reflections/{id}";

    [Fact]
    public async Task A_draft_survives_and_is_gone_on_with_under_its_own_id()
    {
        var world = await World.Of(service);
        var id = ReflectionId.New();
        var body = new { matchId = world.Match, what = "  It rained.  ", finished = false };
        await world.AsMentee.Put(Address(id), body).ShouldBe(HttpStatusCode.Created);
        await world.AsMentee.Put(Address(id), body).ShouldBe(HttpStatusCode.OK);
        var draft = await world.AsMentee.Get<MyReflection>(Address(id));
        (draft.What, draft.Finished, draft.Shared, draft.SessionId).ShouldBe(("It rained.", false, false, null));
        await world.AsMentee.Put(Address(id), world.Thoughts(what: "It rained, we laughed.")).ShouldBe(HttpStatusCode.OK);
        (await world.AsMentee.Get<Page<MyReflection>>("/reflections/me")).Items.ShouldHaveSingleItem().What.ShouldBe("It rained, we laughed.");
        await world.AsMentor.Put(Address(id), world.Thoughts()).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Private_is_private_shared_is_shared_and_private_again_is_private_again()
    {
        var world = await World.Of(service);
        var mine = await World.Write(world.AsMentee, world.Thoughts());
        var list = $"/matches/{world.Match}/reflections";
        await world.AsMentor.Get(Address(mine.Id)).ShouldBeProblem(HttpStatusCode.NotFound);
        await world.AsCaseworker.Get(Address(mine.Id)).ShouldBeProblem(HttpStatusCode.NotFound);
        (await world.AsMentor.Get<Page<SharedReflection>>(list)).Items.ShouldBeEmpty();
        (await world.AsCaseworker.Get<Page<SharedReflection>>(list)).Items.ShouldBeEmpty();

        await world.AsMentee.Post($"{Address(mine.Id)}/sharing", new { shared = true }).ShouldSucceed();
        (await world.AsMentor.Get<SharedReflection>(Address(mine.Id))).Author.ShouldBe(Voice.Mentee);
        (await world.AsMentor.Get<Page<SharedReflection>>(list)).Items.ShouldHaveSingleItem().What.ShouldBe("We talked.");
        (await world.AsCaseworker.Get<Page<SharedReflection>>(list)).Items.ShouldHaveSingleItem().Id.ShouldBe(mine.Id);
        (await world.AsMentee.Get<Page<SharedReflection>>(list)).Items.ShouldBeEmpty("the list is of what the other shares");
        await service.AsMentor().Get(Address(mine.Id)).ShouldBeProblem(HttpStatusCode.NotFound);
        await service.AsCaseworker().Get(Address(mine.Id)).ShouldBeProblem(HttpStatusCode.NotFound);

        await world.AsMentee.Delete(Address(mine.Id)).ShouldBeProblem(HttpStatusCode.Conflict, "Stop sharing");
        await world.AsMentee.Post($"{Address(mine.Id)}/sharing", new { shared = false }).ShouldSucceed();
        await world.AsMentor.Get(Address(mine.Id)).ShouldBeProblem(HttpStatusCode.NotFound);
        await world.AsMentee.Delete(Address(mine.Id)).ShouldBe(HttpStatusCode.NoContent);
        await world.AsMentee.Get(Address(mine.Id)).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_lead_reads_what_is_finished_and_private_with_a_reason_that_is_kept_and_no_drafts()
    {
        var world = await World.Of(service);
        var finished = await World.Write(world.AsMentee, world.Thoughts());
        var draft = await World.Write(world.AsMentee, world.Thoughts(finished: false));
        await service.AsLead(null).Get(Address(finished.Id)).ShouldBeProblem(HttpStatusCode.Forbidden, "Access-Reason");
        var lead = service.AsLead("A worry was raised yesterday");
        (await lead.Get<SharedReflection>(Address(finished.Id))).SharedAt.ShouldBeNull();
        await lead.Get(Address(draft.Id)).ShouldBeProblem(HttpStatusCode.NotFound);
        (await lead.Get<Page<SharedReflection>>($"/matches/{world.Match}/reflections")).Items.ShouldHaveSingleItem().Id.ShouldBe(finished.Id);
        (await service.Db(db => db.Set<LeadReading>().CountAsync(r => r.Record == $"mentee {world.Mentee}"))).ShouldBe(2);
    }

    [Fact]
    public async Task Each_side_writes_one_about_a_session_once_it_has_begun_and_nobody_about_one_that_was_called_off()
    {
        var world = await World.Of(service);
        var begun = await world.Begun();
        var coming = await world.Book(world.Day(2));
        var off = await world.Book(world.Day(3));
        await world.AsMentee.Post($"/sessions/{off.Id}/cancel", new { }).ShouldSucceed();

        (await World.Write(world.AsMentee, world.Thoughts(begun))).SessionAt.ShouldNotBeNull();
        await World.Write(world.AsMentor, world.Thoughts(begun));
        await world.AsMentee.Put(Address(ReflectionId.New()), world.Thoughts(begun)).ShouldBeProblem(HttpStatusCode.Conflict, "already begun to write");
        await world.AsMentee.Put(Address(ReflectionId.New()), world.Thoughts(coming.Id)).ShouldBeProblem(HttpStatusCode.Conflict, "once it has begun");
        await world.AsMentee.Put(Address(ReflectionId.New()), world.Thoughts(off.Id)).ShouldBeProblem(HttpStatusCode.Conflict, "once it has begun");
        var other = await World.Of(service, mentee: world.Mentee);
        await world.AsMentee.Put(Address(ReflectionId.New()), world.Thoughts(await other.Begun(Now.AddDays(-3)))).ShouldBeProblem(HttpStatusCode.BadRequest, "not one of this match");
        (await world.AsMentee.Get<Page<MyReflection>>($"/reflections/me?sessionId={begun}")).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Twenty_drafts_of_one_session_that_are_saved_at_once_are_one()
    {
        var world = await World.Of(service);
        var begun = await world.Begun();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.AsMentee.Put(Address(ReflectionId.New()), world.Thoughts(begun, finished: false))));
        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Created || a.StatusCode == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Once_the_match_has_ended_nothing_new_is_begun_the_mentors_are_closed_and_the_young_persons_stay_theirs()
    {
        var world = await World.Of(service);
        var mentees = await World.Write(world.AsMentee, world.Thoughts(finished: false));
        var shared = await World.Write(world.AsMentee, world.Thoughts());
        await world.AsMentee.Post($"{Address(shared.Id)}/sharing", new { shared = true }).ShouldSucceed();
        var mentors = await World.Write(world.AsMentor, world.Thoughts());
        await world.AsMentor.Post($"{Address(mentors.Id)}/sharing", new { shared = true }).ShouldSucceed();
        await service.TellAndWait(world.Ended(Now));

        await world.AsMentee.Put(Address(ReflectionId.New()), world.Thoughts()).ShouldBeProblem(HttpStatusCode.Conflict, "ended");
        await world.AsMentee.Put(Address(mentees.Id), world.Thoughts()).ShouldBe(HttpStatusCode.OK);
        await world.AsMentee.Post($"{Address(mentees.Id)}/sharing", new { shared = true }).ShouldBeProblem(HttpStatusCode.Conflict, "ended");
        await world.AsMentee.Get(Address(mentors.Id)).ShouldBeProblem(HttpStatusCode.NotFound);
        await world.AsMentor.Get(Address(mentors.Id)).ShouldBeProblem(HttpStatusCode.NotFound);
        await world.AsMentor.Get(Address(shared.Id)).ShouldBeProblem(HttpStatusCode.NotFound);
        await world.AsMentor.Put(Address(mentors.Id), world.Thoughts()).ShouldBeProblem(HttpStatusCode.NotFound);
        (await world.AsMentor.Get<Page<MyReflection>>("/reflections/me")).Items.ShouldBeEmpty();
        await world.AsMentor.Get($"/matches/{world.Match}/reflections").ShouldBeProblem(HttpStatusCode.NotFound);
        (await world.AsMentee.Get<Page<MyReflection>>("/reflections/me")).Items.Count.ShouldBe(2);
        (await world.AsCaseworker.Get<Page<SharedReflection>>($"/matches/{world.Match}/reflections")).Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Mine_are_listed_the_latest_first_page_by_page()
    {
        var world = await World.Of(service);
        var ids = new List<ReflectionId>();
        for (var i = 0; i < 3; i++) ids.Add((await World.Write(world.AsMentee, world.Thoughts())).Id);
        var page = await world.AsMentee.Get<Page<MyReflection>>("/reflections/me?take=2");
        page.Items.Select(r => r.Id).ShouldBe([ids[2], ids[1]]);
        (await world.AsMentee.Get<Page<MyReflection>>($"/reflections/me?after={page.Next}&matchId={world.Match}")).Items.Select(r => r.Id).ShouldBe([ids[0]]);
        (await world.AsMentee.Get<Page<MyReflection>>($"/reflections/me?matchId={MatchId.New()}")).Items.ShouldBeEmpty();
        await world.AsMentee.Get($"/reflections/me?after={ReflectionId.New()}").ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_a_page_keeps_by_itself_is_a_draft_and_never_changes_what_is_finished()
    {
        var world = await World.Of(service);
        var id = ReflectionId.New();
        await world.AsMentee.Put($"/reflections/{id}?onlyDraft=true", world.Thoughts(finished: false, what: "Half a")).ShouldBe(HttpStatusCode.Created);
        await world.AsMentee.Put($"/reflections/{id}?onlyDraft=true", world.Thoughts(finished: false, what: "Half a word.")).ShouldBe(HttpStatusCode.OK);
        var draft = await world.AsMentee.Get<MyReflection>($"/reflections/{id}");
        (draft.What, draft.Finished).ShouldBe(("Half a word.", false));
        await world.AsMentee.Put($"/reflections/{id}", world.Thoughts(what: "Whole.")).ShouldSucceed();
        await world.AsMentee.Put($"/reflections/{id}?onlyDraft=true", world.Thoughts(finished: false, what: "Too late.")).ShouldBeProblem(HttpStatusCode.Conflict, "finished");
        var whole = await world.AsMentee.Get<MyReflection>($"/reflections/{id}");
        (whole.What, whole.Finished).ShouldBe(("Whole.", true));
    }
}
