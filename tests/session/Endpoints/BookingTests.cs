using System.Net;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Endpoints;

public sealed class BookingTests(SessionService service)
{
    [Fact]
    public async Task A_young_person_sees_the_free_times_and_books_one_which_is_then_gone_for_both()
    {
        var world = await World.Of(service);
        var place = await World.APlace(service);
        var address = $"{world.SlotsAddress}?from={world.Day(3):yyyy-MM-dd}&days=1&minutes=60";
        var before = await world.AsMentee.Get<ListSlots.Answer>(address);
        before.Why.ShouldBeNull();
        var slot = before.Slots.Single(s => s.StartsAt == world.Day(3));
        slot.EndsAt.ShouldBe(world.Day(3, 11));

        var response = await world.AsMentee.Post(world.SessionsAddress, World.Request(slot.StartsAt, how: "in-person", placeId: place));
        var session = await response.ShouldBe<MenteesSession>(HttpStatusCode.Created);
        response.Headers.Location!.ToString().ShouldBe($"/sessions/{session.Id}");
        (session.StartsAt, session.EndsAt, session.How, session.PlaceId, session.State).ShouldBe((slot.StartsAt, slot.EndsAt, MeetingWay.InPerson, place, SessionState.Booked));

        var told = await service.HeardOnce<SessionBooked>(f => f.MatchId == world.Match.Value);
        (told.SessionId, told.StartsAt, told.EndsAt).ShouldBe((session.Id.Value, slot.StartsAt, slot.EndsAt));

        var after = await world.AsMentor.Get<ListSlots.Answer>(address);
        after.Slots.ShouldNotContain(s => s.StartsAt < slot.EndsAt && s.EndsAt > slot.StartsAt);

        // Half an hour to travel, and the buffer of the other session.
        after.Slots.Single(s => s.EndsAt == world.Day(3, 9)).Ways.ShouldBe([MeetingWay.InPerson, MeetingWay.Video, MeetingWay.Phone]);
        after.Slots.Single(s => s.EndsAt == world.Day(3, 9, 15)).Ways.ShouldBe([MeetingWay.Video, MeetingWay.Phone]);
        after.Slots.ShouldNotContain(s => s.EndsAt > world.Day(3, 9, 15) && s.StartsAt < world.Day(3, 11, 45));
    }

    [Fact]
    public async Task The_mentor_books_as_well_and_the_caseworker_reads_who_it_was()
    {
        var world = await World.Of(service);
        var session = await world.AsMentor.Post(world.SessionsAddress, World.Request(world.Day(2))).ShouldBe<MentorsSession>(HttpStatusCode.Created);
        (await world.AsCaseworker.Get<CaseworkersSession>($"/sessions/{session.Id}")).BookedBy.ShouldBe(Voice.Mentor);
    }

    [Fact]
    public async Task A_taken_time_an_unfree_time_a_time_too_soon_and_one_too_far_are_refused_with_the_reason()
    {
        var world = await World.Of(service);
        await world.Book(world.Day(2));
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2, 10, 30))).ShouldBeProblem(HttpStatusCode.Conflict, "taken");
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2, 23))).ShouldBeProblem(HttpStatusCode.Conflict, "not free");
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(-2))).ShouldBeProblem(HttpStatusCode.Conflict, "too soon");
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(60))).ShouldBeProblem(HttpStatusCode.Conflict, "too far");
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(3, 10, 5))).ShouldBeProblem(HttpStatusCode.Conflict, "quarter");
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(3), 50)).ShouldBeProblem(HttpStatusCode.BadRequest);
        await service.HeardOnce<SessionBooked>(f => f.MatchId == world.Match.Value);
    }

    [Fact]
    public async Task Between_two_sessions_lie_the_buffers_of_both()
    {
        var world = await World.Of(service);
        await world.Book(world.Day(2, 10));
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2, 11))).ShouldBeProblem(HttpStatusCode.Conflict, "taken");
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2, 11, 15), how: "in-person", placeId: await World.APlace(service))).ShouldBeProblem(HttpStatusCode.Conflict, "too close to another session to meet in person");
        await world.Book(world.Day(2, 11, 15));
        await world.Book(world.Day(2, 8, 45));
    }

    [Fact]
    public async Task The_same_key_gets_the_first_answer_again_and_books_once()
    {
        var world = await World.Of(service);
        var client = world.AsMentee; // Keys belong to an account.
        var first = await client.Post(world.SessionsAddress, World.Request(world.Day(4)), "one-key").ShouldBe<MenteesSession>(HttpStatusCode.Created);
        var again = await client.Post(world.SessionsAddress, World.Request(world.Day(4)), "one-key").ShouldBe<MenteesSession>(HttpStatusCode.Created);
        again.ShouldBe(first);
        await client.Post(world.SessionsAddress, World.Request(world.Day(5)), "one-key").ShouldBeProblem(HttpStatusCode.UnprocessableEntity);
        await service.HeardOnce<SessionBooked>(f => f.MatchId == world.Match.Value);
    }

    [Fact]
    public async Task A_match_with_a_mentor_on_a_break_says_why_there_are_no_times()
    {
        var world = await World.Of(service);
        await service.TellAndWait(world.Paused(service.Clock.GetUtcNow()));
        var answer = await world.AsMentee.Get<ListSlots.Answer>(world.SlotsAddress);
        answer.Slots.ShouldBeEmpty();
        answer.Why.ShouldNotBeNull().ShouldContain("break");
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2))).ShouldBeProblem(HttpStatusCode.Conflict, "break");
    }

    [Theory]
    [InlineData("days=0")]
    [InlineData("days=29")]
    [InlineData("minutes=20")]
    [InlineData("minutes=-60")]
    [InlineData("from=2019-01-01")]
    [InlineData("from=9999-12-31")]
    [InlineData("from=0001-01-01")]
    [InlineData("from=soon")]
    public async Task Slots_for_odd_dates_and_lengths_are_refused_in_words(string query)
    {
        var world = await World.Of(service);
        await world.AsMentee.Get($"{world.SlotsAddress}?{query}").ShouldBeProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_active_match_whose_mentor_was_never_heard_of_can_be_asked_about_but_not_booked()
    {
        var world = await World.Of(service);
        var stranger = MatchId.New();
        await service.TellAndWait(world.Activated(service.Clock.GetUtcNow()) with { MatchId = stranger.Value, MentorId = MentorId.New().Value });
        (await world.AsMentee.Get<ListSlots.Answer>($"/matches/{stranger}/slots")).Why.ShouldNotBeNull();
        await world.AsMentee.Post($"/matches/{stranger}/sessions", World.Request(world.Day(2))).ShouldBeProblem(HttpStatusCode.Conflict, "just now");
    }
}
