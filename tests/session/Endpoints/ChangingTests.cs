using System.Net;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class ChangingTests(SessionService service)
{
    [Fact]
    public async Task A_move_takes_the_new_time_and_frees_the_old_one_in_one_step()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        var moved = await world.AsMentor.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(2, 10, 30), minutes = 90, how = "phone" }).ShouldBe<MentorsSession>(HttpStatusCode.OK);
        (moved.StartsAt, moved.EndsAt, moved.How).ShouldBe((world.Day(2, 10, 30), world.Day(2, 12), MeetingWay.Phone));
        await world.Book(world.Day(2, 9, 45), 30);

        await world.AsMentor.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(2, 10, 30) }).ShouldSucceed();
        (await service.HeardOnce<SessionMoved>(f => f.SessionId == session.Id.Value)).EndsAt.ShouldBe(world.Day(2, 12));
    }

    [Fact]
    public async Task A_move_to_a_time_that_cannot_be_had_leaves_the_session_as_it_was()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2, 10));
        await world.Book(world.Day(2, 12));
        await world.AsMentee.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(2, 12, 30) }).ShouldBeProblem(HttpStatusCode.Conflict, "taken");
        await world.AsMentee.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(2, 23) }).ShouldBeProblem(HttpStatusCode.Conflict, "not free");
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{session.Id}")).ShouldBe(session);
        await service.HeardNo<SessionMoved>(f => f.SessionId == session.Id.Value);
    }

    [Fact]
    public async Task Calling_off_frees_the_time_is_told_once_and_keeps_the_why_to_this_service()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        var cancelled = await world.AsMentee.Post($"/sessions/{session.Id}/cancel", new { why = "  I have a cold.  " }).ShouldBe<MenteesSession>(HttpStatusCode.OK);
        (cancelled.State, cancelled.CancelledBy, cancelled.CancelledWhy).ShouldBe((SessionState.Cancelled, Voice.Mentee, "I have a cold."));
        (await world.AsMentor.Post($"/sessions/{session.Id}/cancel", new { }).ShouldBe<MentorsSession>(HttpStatusCode.OK)).CancelledBy.ShouldBe(Voice.Mentee);
        (await service.HeardOnce<SessionCancelled>(f => f.SessionId == session.Id.Value)).By.ShouldBe("mentee");
        await world.Book(world.Day(2));
        service.Log.Lines.ShouldNotContain(line => line.Contains("have a cold", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caseworker_calls_off_in_their_caseload_or_in_one_they_cover_today_and_in_no_other()
    {
        var world = await World.Of(service);
        var cover = CaseworkerId.New();
        var session = await world.Book(world.Day(2));
        await service.AsCaseworker(cover).Post($"/sessions/{session.Id}/cancel", new { }).ShouldBeProblem(HttpStatusCode.NotFound);
        var today = London.DateAt(service.Clock.GetUtcNow());
        await service.TellAndWait(world.Covered(cover, today, today, service.Clock.GetUtcNow()));
        (await service.AsCaseworker(cover).Post($"/sessions/{session.Id}/cancel", new { }).ShouldBe<CaseworkersSession>(HttpStatusCode.OK)).CancelledBy.ShouldBe(Voice.Caseworker);
    }

    [Fact]
    public async Task Ten_who_call_one_session_off_at_once_all_get_their_way_and_it_is_told_once()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => world.AsMentor.Post($"/sessions/{session.Id}/cancel", new { })));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        await service.HeardOnce<SessionCancelled>(f => f.SessionId == session.Id.Value);
    }

    [Fact]
    public async Task Each_side_says_for_itself_whether_it_took_place_and_only_the_caseworker_reads_both()
    {
        var world = await World.Of(service);
        var id = await world.Begun();
        var mentees = await world.AsMentee.Post($"/sessions/{id}/attendance", new { outcome = "missed" }).ShouldBe<MenteesSession>(HttpStatusCode.OK);
        (mentees.State, mentees.YouSayHeld).ShouldBe((SessionState.Missed, false));
        (await world.AsMentor.Get<MentorsSession>($"/sessions/{id}")).YouSayHeld.ShouldBeNull();
        var mentors = await world.AsMentor.Post($"/sessions/{id}/attendance", new { outcome = "held" }).ShouldBe<MentorsSession>(HttpStatusCode.OK);
        (mentors.State, mentors.YouSayHeld).ShouldBe((SessionState.Missed, true));
        var read = await world.AsCaseworker.Get<CaseworkersSession>($"/sessions/{id}");
        (read.MenteeSaysHeld, read.MentorSaysHeld).ShouldBe((false, true));
        await service.HeardOnce<SessionMissed>(f => f.SessionId == id.Value);
        await service.HeardNo<SessionHeld>(f => f.SessionId == id.Value);
    }

    [Fact]
    public async Task The_mentor_writes_down_that_it_took_place_and_it_is_told_once()
    {
        var world = await World.Of(service);
        var id = await world.Begun();
        await world.AsMentor.Post($"/sessions/{id}/attendance", new { outcome = "held" }).ShouldSucceed();
        await world.AsMentor.Post($"/sessions/{id}/attendance", new { outcome = "held" }).ShouldSucceed();
        await world.AsMentor.Post($"/sessions/{id}/attendance", new { outcome = "missed" }).ShouldBeProblem(HttpStatusCode.Conflict, "already said");
        await service.HeardOnce<SessionHeld>(f => f.SessionId == id.Value);
        await service.HeardNo<SessionMissed>(f => f.SessionId == id.Value);
    }

    [Fact]
    public async Task A_session_still_to_come_has_no_attendance_and_one_that_has_begun_cannot_be_moved_or_called_off()
    {
        var world = await World.Of(service);
        var coming = await world.Book(world.Day(2));
        await world.AsMentor.Post($"/sessions/{coming.Id}/attendance", new { outcome = "missed" }).ShouldBeProblem(HttpStatusCode.Conflict, "not begun");
        var begun = await world.Begun();
        await world.AsMentee.Post($"/sessions/{begun}/move", new { startsAt = world.Day(3) }).ShouldBeProblem(HttpStatusCode.Conflict, "already begun");
        await world.AsMentee.Post($"/sessions/{begun}/cancel", new { }).ShouldBeProblem(HttpStatusCode.Conflict, "already begun");
        await world.AsMentor.Post($"/sessions/{begun}/attendance", new { outcome = "missed" }).ShouldSucceed();
        await service.HeardOnce<SessionMissed>(f => f.SessionId == begun.Value);
    }

    [Fact]
    public async Task My_sessions_are_the_upcoming_ones_in_order_or_the_past_ones_backwards_page_by_page()
    {
        var world = await World.Of(service);
        var third = await world.Book(world.Day(4));
        var first = await world.Book(world.Day(2));
        var second = await world.Book(world.Day(3));
        var off = await world.Book(world.Day(5));
        await world.AsMentee.Post($"/sessions/{off.Id}/cancel", new { }).ShouldSucceed();
        var older = await world.Begun(service.Clock.GetUtcNow().AddDays(-3));
        var old = await world.Begun(service.Clock.GetUtcNow().AddDays(-2));

        var page = await world.AsMentee.Get<Page<MenteesSession>>("/sessions/me?take=2");
        page.Items.Select(s => s.Id).ShouldBe([first.Id, second.Id]);
        var rest = await world.AsMentor.Get<Page<MentorsSession>>($"/sessions/me?take=2&after={page.Next}");
        rest.Items.Select(s => s.Id).ShouldBe([third.Id]);
        rest.Next.ShouldBeNull();

        var past = await world.AsMentor.Get<Page<MentorsSession>>("/sessions/me?past=true&take=2");
        past.Items.Select(s => s.Id).ShouldBe([off.Id, old]);
        (await world.AsMentor.Get<Page<MentorsSession>>($"/sessions/me?past=true&after={past.Next}")).Items.Select(s => s.Id).ShouldBe([older]);
        await world.AsMentee.Get($"/sessions/me?after={SessionId.New()}").ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_caseworker_reads_every_session_of_a_match_page_by_page_and_the_lead_only_with_a_reason_that_is_kept()
    {
        var world = await World.Of(service);
        var first = await world.Book(world.Day(4));
        var second = await world.Book(world.Day(2));
        var page = await world.AsCaseworker.Get<Page<CaseworkersSession>>($"{world.SessionsAddress}?take=1");
        page.Items.ShouldHaveSingleItem().Id.ShouldBe(first.Id);
        (await world.AsCaseworker.Get<Page<CaseworkersSession>>($"{world.SessionsAddress}?after={page.Next}")).Items.ShouldHaveSingleItem().Id.ShouldBe(second.Id);

        await service.AsLead(null).Get(world.SessionsAddress).ShouldBeProblem(HttpStatusCode.Forbidden, "Access-Reason");
        await service.AsLead("A worry was raised yesterday").Get(world.SessionsAddress).ShouldBe(HttpStatusCode.OK);
        (await service.Db(db => db.Set<LeadReading>().CountAsync(r => r.Record == $"mentee {world.Mentee}"))).ShouldBe(1);
    }

    [Fact]
    public async Task The_times_to_move_a_session_to_are_those_that_it_does_not_stand_in_the_way_of_itself()
    {
        var world = await World.Of(service);
        var session = await world.Book(world.Day(2));
        await world.Book(world.Day(2, 13));
        async Task<DateTimeOffset[]> Starts(string more) =>
            [.. (await world.AsMentor.Get<ListSlots.Answer>($"{world.SlotsAddress}?from={DateOnly.FromDateTime(world.Day(2).UtcDateTime):yyyy-MM-dd}&days=1&minutes=60{more}")).Slots.Select(s => s.StartsAt)];
        (await Starts(string.Empty)).ShouldNotContain(world.Day(2, 10, 30));
        var near = await Starts($"&except={session.Id}");
        near.ShouldContain(world.Day(2, 10, 30));
        near.ShouldContain(world.Day(2, 9, 30));
        near.ShouldNotContain(world.Day(2, 12, 30), "another session still stands in the way");
        await world.AsMentor.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(2, 10, 30) }).ShouldSucceed();

        var other = await World.Of(service);
        var theirs = await other.Book(other.Day(2));
        await world.AsMentor.Get($"{world.SlotsAddress}?except={theirs.Id}").ShouldBeProblem(HttpStatusCode.NotFound);
    }
}
