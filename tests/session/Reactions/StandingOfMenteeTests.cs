using System.Net;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Reactions;

/// <summary>What the mentee service tells of a young person's readiness, over the real broker.</summary>
public sealed class StandingOfMenteeTests(SessionService service)
{
    private DateTimeOffset Now => service.Clock.GetUtcNow();

    private DateOnly InAMonth => London.DateAt(Now).AddDays(30);

    private static async Task CannotBook(World world, string words)
    {
        var answer = await world.AsMentee.Get<ListSlots.Answer>(world.SlotsAddress);
        answer.Slots.ShouldBeEmpty();
        answer.Why.ShouldNotBeNull().ShouldContain(words);
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(3))).ShouldBeProblem(HttpStatusCode.Conflict, words);
        await world.AsMentor.Post(world.SessionsAddress, World.Request(world.Day(3))).ShouldBeProblem(HttpStatusCode.Conflict, "Sessions cannot be booked just now. The caseworker knows more.");
    }

    [Fact]
    public async Task A_lapsed_readiness_calls_off_what_is_to_come_once_and_a_new_one_opens_booking_again()
    {
        var world = await World.Of(service);
        var coming = await world.Book(world.Day(2));
        var begun = await world.Begun();
        var fact = world.NotReady(Now);
        var message = Guid.CreateVersion7();
        await service.TellAndWait(fact, message);
        await service.TellAndWait(fact, message);
        await service.TellAndWait(fact);

        var cancelled = await world.AsMentee.Get<MenteesSession>($"/sessions/{coming.Id}");
        (cancelled.State, cancelled.CancelledBy).ShouldBe((SessionState.Cancelled, Voice.Programme));
        (await service.HeardOnce<SessionCancelled>(f => f.SessionId == coming.Id.Value)).By.ShouldBe("programme");
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{begun}")).State.ShouldBe(SessionState.Booked);
        await CannotBook(world, "Your caseworker can help you");

        await service.TellAndWait(world.Ready(Now.AddMinutes(1), InAMonth));
        await world.Book(world.Day(2));
    }

    [Fact]
    public async Task A_break_keeps_what_is_booked_where_it_is_lets_it_be_called_off_and_lets_nothing_new_in()
    {
        var world = await World.Of(service);
        var kept = await world.Book(world.Day(2));
        var other = await world.Book(world.Day(4));
        await service.TellAndWait(world.OnABreak(Now));
        await CannotBook(world, "taking a break");
        await world.AsMentee.Post($"/sessions/{kept.Id}/move", new { startsAt = world.Day(5) }).ShouldBeProblem(HttpStatusCode.Conflict, "taking a break");
        await world.AsMentor.Post($"/sessions/{kept.Id}/move", new { startsAt = world.Day(5) }).ShouldBeProblem(HttpStatusCode.Conflict, "The caseworker knows more.");
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{kept.Id}")).ShouldBe(kept);
        await world.AsMentee.Post($"/sessions/{other.Id}/cancel", new { }).ShouldSucceed();

        await service.TellAndWait(world.Ready(Now.AddMinutes(1), InAMonth));
        await world.AsMentee.Post($"/sessions/{kept.Id}/move", new { startsAt = world.Day(5) }).ShouldSucceed();
    }

    [Fact]
    public async Task A_lapse_heard_after_a_newer_break_still_calls_off_and_one_heard_after_a_newer_readiness_does_not()
    {
        var world = await World.Of(service);
        var coming = await world.Book(world.Day(2));
        await service.TellAndWait(world.OnABreak(Now.AddMinutes(2)));
        await service.TellAndWait(world.NotReady(Now.AddMinutes(1)));
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{coming.Id}")).State.ShouldBe(SessionState.Cancelled);

        await service.TellAndWait(world.Ready(Now.AddMinutes(5), InAMonth));
        var second = await world.Book(world.Day(2));
        await service.TellAndWait(world.NotReady(Now.AddMinutes(4)));
        await service.TellAndWait(world.OnABreak(Now.AddMinutes(3)));
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{second.Id}")).State.ShouldBe(SessionState.Booked);
        await world.Book(world.Day(4));
    }

    [Fact]
    public async Task Nothing_can_be_booked_or_moved_past_the_last_day_of_readiness()
    {
        var world = await World.Of(service);
        await service.TellAndWait(world.Ready(Now, London.DateAt(world.Day(3))));
        var session = await world.Book(world.Day(3));
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(4))).ShouldBeProblem(HttpStatusCode.Conflict, "that far ahead yet");
        await world.AsMentor.Post($"/sessions/{session.Id}/move", new { startsAt = world.Day(4) }).ShouldBeProblem(HttpStatusCode.Conflict, "that far ahead yet");
        await service.TellAndWait(world.Ready(Now.AddMinutes(1), London.DateAt(Now).AddDays(-1)));
        await CannotBook(world, "Your caseworker can help you");
    }

    [Fact]
    public async Task A_match_of_which_only_the_ending_was_heard_cannot_be_booked_until_its_beginning_is_heard_too()
    {
        var world = await World.Of(service);
        var match = Guid.CreateVersion7();
        await service.TellAndWait(world.Ending(Now) with { MatchId = match });
        await world.AsMentee.Post($"/matches/{match}/sessions", World.Request(world.Day(2))).ShouldBeProblem(HttpStatusCode.Conflict, "has not begun");
        (await world.AsMentor.Get<ListSlots.Answer>($"/matches/{match}/slots")).Slots.ShouldBeEmpty();

        await service.TellAndWait(world.Activated(Now.AddDays(-1)) with { MatchId = match });
        await world.AsMentee.Post($"/matches/{match}/sessions", World.Request(world.Day(2))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Bookings_that_meet_a_lapse_are_refused_or_called_off_but_never_left_standing()
    {
        var world = await World.Of(service);
        var bookings = Enumerable.Range(0, 20).Select(i => world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(2 + (i / 10), 8 + (i % 10))))).ToArray();
        await service.TellAndWait(world.NotReady(Now));
        foreach (var answer in await Task.WhenAll(bookings)) ((int)answer.StatusCode).ShouldBeOneOf(201, 409);
        (await world.AsMentee.Get<Page<MenteesSession>>("/sessions/me")).Items.ShouldBeEmpty();
    }
}
