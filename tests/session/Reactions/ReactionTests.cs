using System.Net;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Reactions;

/// <summary>Every fact this service hears, over the real broker: in order, out of order, and again.</summary>
public sealed class ReactionTests(SessionService service)
{
    private DateTimeOffset Now => service.Clock.GetUtcNow();

    private static async Task<bool> CanMeet(World world) => (await world.AsMentee.Get<ListSlots.Answer>(world.SlotsAddress)).Why is null;

    [Fact]
    public async Task From_facts_alone_a_match_comes_to_meet()
    {
        var known = await World.Of(service);
        var match = MatchId.New();
        var mentor = MentorId.New();
        await service.TellAndWait(known.Free(Now, World.Always) with { MentorId = mentor.Value });
        await service.TellAndWait(known.Cleared(Now, London.DateAt(Now).AddDays(90)) with { MentorId = mentor.Value });
        await known.AsMentee.Get($"/matches/{match}/slots").ShouldBeProblem(HttpStatusCode.NotFound);
        await service.TellAndWait(known.Activated(Now) with { MatchId = match.Value, MentorId = mentor.Value });
        (await known.AsMentee.Get<ListSlots.Answer>($"/matches/{match}/slots")).Slots.ShouldNotBeEmpty();
        await service.AsMentor(mentor).Post($"/matches/{match}/sessions", World.Request(known.Day(2))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_match_that_ended_calls_off_what_is_to_come_once_and_leaves_what_was()
    {
        var world = await World.Of(service);
        var coming = await world.Book(world.Day(2));
        var begun = await world.Begun();
        var fact = world.Ended(Now);
        var message = Guid.CreateVersion7();
        await service.TellAndWait(fact, message);
        await service.TellAndWait(fact, message);
        await service.TellAndWait(fact);

        var cancelled = await world.AsMentee.Get<MenteesSession>($"/sessions/{coming.Id}");
        (cancelled.State, cancelled.CancelledBy).ShouldBe((SessionState.Cancelled, Voice.Programme));
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{begun}")).State.ShouldBe(SessionState.Booked);
        (await service.HeardOnce<SessionCancelled>(f => f.SessionId == coming.Id.Value)).By.ShouldBe("programme");
        await service.HeardNo<SessionCancelled>(f => f.SessionId == begun.Value);
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2))).ShouldBeProblem(HttpStatusCode.Conflict, "ended");
        await world.AsMentor.Post($"/sessions/{begun}/attendance", new { outcome = "held" }).ShouldSucceed();
    }

    [Fact]
    public async Task A_match_whose_end_is_heard_first_stays_ended()
    {
        var world = await World.Of(service);
        var match = Guid.CreateVersion7();
        await service.TellAndWait(world.Ended(Now) with { MatchId = match });
        await service.TellAndWait(world.Ending(Now.AddDays(-1)) with { MatchId = match });
        await service.TellAndWait(world.Activated(Now.AddDays(-2)) with { MatchId = match });
        (await world.AsMentee.Get<ListSlots.Answer>($"/matches/{match}/slots")).Why.ShouldNotBeNull().ShouldContain("ended");
    }

    [Fact]
    public async Task In_an_ending_match_the_last_sessions_can_still_be_booked_also_when_its_beginning_is_heard_late()
    {
        var world = await World.Of(service);
        await service.TellAndWait(world.Ending(Now));
        await service.TellAndWait(world.Activated(Now.AddDays(-1)));
        (await service.Db(db => db.Matches.SingleAsync(m => m.Id == world.Match))).State.ShouldBe(MatchState.Ending);
        await world.Book(world.Day(2));
    }

    [Fact]
    public async Task A_lapsed_clearance_calls_off_what_is_to_come_and_a_new_clearance_opens_the_diary_again()
    {
        var world = await World.Of(service);
        var coming = await world.Book(world.Day(2));
        await service.TellAndWait(world.Lapsed(Now));
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{coming.Id}")).State.ShouldBe(SessionState.Cancelled);
        await service.HeardOnce<SessionCancelled>(f => f.SessionId == coming.Id.Value);
        (await CanMeet(world)).ShouldBeFalse();

        await service.TellAndWait(world.Cleared(Now.AddMinutes(1), London.DateAt(Now).AddDays(30)));
        (await CanMeet(world)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_lapse_heard_after_a_newer_break_calls_off_what_is_to_come_all_the_same()
    {
        var world = await World.Of(service);
        var coming = await world.Book(world.Day(2));
        await service.TellAndWait(world.Paused(Now.AddMinutes(2)));
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{coming.Id}")).State.ShouldBe(SessionState.Booked);
        await service.TellAndWait(world.Lapsed(Now.AddMinutes(1)));
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{coming.Id}")).State.ShouldBe(SessionState.Cancelled);
        (await service.HeardOnce<SessionCancelled>(f => f.SessionId == coming.Id.Value)).By.ShouldBe("programme");

        // A clearance from before the lapse does not open the diary, one from after it does.
        await service.TellAndWait(world.Cleared(Now.AddSeconds(30), London.DateAt(Now).AddDays(30)));
        (await CanMeet(world)).ShouldBeFalse();
        await service.TellAndWait(world.Cleared(Now.AddMinutes(3), London.DateAt(Now).AddDays(30)));
        (await CanMeet(world)).ShouldBeTrue();
    }

    [Fact]
    public async Task From_the_approval_on_the_mentor_reads_the_goals_and_no_longer_once_the_match_has_ended()
    {
        var world = await World.Of(service);
        await world.AsMentee.Post("/goals", new { area = "work", words = "Find an apprenticeship." }).ShouldSucceed();
        var mentor = MentorId.New();
        var match = Guid.CreateVersion7();
        var goals = $"/mentees/{world.Mentee}/goals";
        await service.AsMentor(mentor).Get(goals).ShouldBeProblem(HttpStatusCode.NotFound);
        await service.TellAndWait(world.Approved(Now) with { MatchId = match, MentorId = mentor.Value });
        (await service.AsMentor(mentor).Get<Page<SupportersGoal>>(goals)).Items.ShouldHaveSingleItem().Words.ShouldBe("Find an apprenticeship.");
        await service.AsMentor(mentor).Post($"/matches/{match}/sessions", World.Request(world.Day(2))).ShouldBeProblem(HttpStatusCode.Conflict, "not begun");
        await service.TellAndWait(world.Ended(Now.AddMinutes(1)) with { MatchId = match, MentorId = mentor.Value });
        await service.TellAndWait(world.Approved(Now) with { MatchId = match, MentorId = mentor.Value });
        await service.AsMentor(mentor).Get(goals).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_hours_of_a_mentor_are_told_to_the_partner_they_come_from_now()
    {
        var world = await World.Of(service);
        PartnerId before = PartnerId.New(), now = PartnerId.New();
        await world.Held(Now.AddHours(-2));
        await service.TellAndWait(world.Profile(Now.AddMinutes(2), now));
        await service.TellAndWait(world.Profile(Now.AddMinutes(1), before));
        (await service.AsCoordinator(now).Get<SeeHoursOfPartner.Answer>($"/partners/{now}/hours")).HoursInAll.ShouldBe(1);
        (await service.AsCoordinator(before).Get<SeeHoursOfPartner.Answer>($"/partners/{before}/hours")).HoursInAll.ShouldBe(0);
    }

    [Fact]
    public async Task A_lapse_that_comes_after_a_newer_clearance_changes_nothing()
    {
        var world = await World.Of(service);
        var coming = await world.Book(world.Day(2));
        await service.TellAndWait(world.Cleared(Now.AddMinutes(2), London.DateAt(Now).AddDays(30)));
        await service.TellAndWait(world.Lapsed(Now.AddMinutes(1)));
        (await CanMeet(world)).ShouldBeTrue();
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{coming.Id}")).State.ShouldBe(SessionState.Booked);
    }

    [Fact]
    public async Task A_mentor_on_a_break_cannot_be_booked_until_they_are_back_and_an_older_clearance_does_not_bring_them_back()
    {
        var world = await World.Of(service);
        await service.TellAndWait(world.Paused(Now.AddMinutes(2)));
        await service.TellAndWait(world.Cleared(Now.AddMinutes(1), London.DateAt(Now).AddDays(30)));
        (await CanMeet(world)).ShouldBeFalse();
        await service.TellAndWait(world.Cleared(Now.AddMinutes(3), London.DateAt(Now).AddDays(30)));
        (await CanMeet(world)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_mentor_who_left_stays_gone()
    {
        var world = await World.Of(service);
        await service.TellAndWait(world.Left(Now.AddMinutes(1)));
        await service.TellAndWait(world.Cleared(Now.AddMinutes(5), London.DateAt(Now).AddDays(30)));
        (await CanMeet(world)).ShouldBeFalse();
    }

    [Fact]
    public async Task New_hours_replace_the_old_ones_whole_and_older_hours_are_ignored()
    {
        var world = await World.Of(service);
        await service.TellAndWait(world.Free(Now.AddMinutes(2), World.Always with { Weekly = [], Changes = [] }));
        await service.TellAndWait(world.Free(Now.AddMinutes(1), World.Always));
        (await world.AsMentee.Get<ListSlots.Answer>(world.SlotsAddress)).Slots.ShouldBeEmpty();
        await service.TellAndWait(world.Free(Now.AddMinutes(3), World.Always with { Changes = [new() { First = London.DateAt(Now), Last = London.DateAt(Now).AddDays(100), From = new(9, 0), Until = new(9, 30) }] }));
        var slots = (await world.AsMentee.Get<ListSlots.Answer>($"{world.SlotsAddress}?from={world.Day(1):yyyy-MM-dd}&days=3&minutes=30")).Slots;
        slots.Select(s => s.StartsAt).ShouldBe([world.Day(1, 9), world.Day(2, 9), world.Day(3, 9)]);
    }

    [Fact]
    public async Task Hours_in_a_zone_that_is_not_one_end_in_the_error_queue_and_the_good_ones_behind_them_get_through()
    {
        var world = await World.Of(service);
        var before = await service.Waiting("session.remember-availability_error");
        await service.Tell(world.Free(Now.AddMinutes(2), World.Always with { Zone = "Middle/Earth" }));
        await service.TellAndWait(world.Free(Now.AddMinutes(1), World.Always with { Weekly = [] }));
        (await world.AsMentee.Get<ListSlots.Answer>(world.SlotsAddress)).Slots.ShouldBeEmpty();
        await Eventually.Is(async () => await service.Waiting("session.remember-availability_error") == before + 1, "the odd one is in the error queue");
    }

    [Fact]
    public async Task The_newest_caseworker_reads_and_the_one_before_no_longer_does()
    {
        var world = await World.Of(service);
        var newer = CaseworkerId.New();
        await service.TellAndWait(world.Assigned(newer, Now.AddMinutes(2)));
        await service.TellAndWait(world.Assigned(world.Caseworker, Now.AddMinutes(1)));
        await service.AsCaseworker(newer).Get(world.SessionsAddress).ShouldBe(HttpStatusCode.OK);
        await world.AsCaseworker.Get(world.SessionsAddress).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_cover_holds_on_its_days_only_and_taken_back_is_taken_back()
    {
        var world = await World.Of(service);
        var cover = CaseworkerId.New();
        var today = London.DateAt(Now);
        await service.TellAndWait(world.Covered(cover, today.AddDays(1), today.AddDays(5), Now));
        await service.AsCaseworker(cover).Get(world.SessionsAddress).ShouldBeProblem(HttpStatusCode.NotFound);
        await service.TellAndWait(world.Covered(cover, today.AddDays(-1), today, Now.AddMinutes(1)));
        await service.AsCaseworker(cover).Get(world.SessionsAddress).ShouldBe(HttpStatusCode.OK);
        await service.TellAndWait(world.Covered(null, today.AddDays(-1), today, Now.AddMinutes(3)));
        await service.TellAndWait(world.Covered(cover, today.AddDays(-1), today, Now.AddMinutes(2)));
        await service.AsCaseworker(cover).Get(world.SessionsAddress).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Bookings_that_meet_the_end_of_their_match_are_refused_or_called_off_but_never_left_standing()
    {
        var world = await World.Of(service);
        var bookings = Enumerable.Range(0, 20).Select(i => world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2 + (i / 10), 8 + (i % 10))))).ToArray();
        await service.TellAndWait(world.Ended(Now));
        foreach (var answer in await Task.WhenAll(bookings)) ((int)answer.StatusCode).ShouldBeOneOf(201, 409);
        (await service.Db(db => db.Sessions.CountAsync(s => s.MatchId == world.Match && s.State == SessionState.Booked))).ShouldBe(0);
    }
}
