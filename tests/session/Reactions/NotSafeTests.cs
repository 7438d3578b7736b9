using System.Net;
using Mentoring.Contracts.Matching;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Mentoring.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Mentoring.Sessions.Tests.Reactions;

/// <summary>Somebody ends a match because they do not feel safe.</summary>
public sealed class NotSafeTests(NotSafeTests.Own service) : IClassFixture<NotSafeTests.Own>
{
    /// <summary>A service of its own, since days pass here.</summary>
    public sealed class Own : SessionFixture;

    private DateTimeOffset Now => service.Clock.GetUtcNow();

    private DateOnly Today => London.DateAt(Now);

    private MatchEndsForSafety NotSafe(World world, string by = "mentee", DateTimeOffset? at = null) =>
        new() { MatchId = world.Match.Value, MenteeId = world.Mentee.Value, MentorId = world.Mentor.Value, By = by, At = at ?? Now };

    private static async Task<IReadOnlyList<SummariseCaseload.AWorry>> Worries(World world) =>
        (await world.AsCaseworker.Get<SummariseCaseload.Answer>("/sessions/summary")).Worries.Items;

    [Theory]
    [InlineData("mentee", "mentee")]
    [InlineData("mentor", "mentor")]
    [InlineData("caseworker", "mentee")]
    public async Task What_is_booked_is_called_off_nothing_more_can_be_and_it_stays_before_the_caseworker_until_they_have_talked(string by, string with)
    {
        var world = await World.Of(service);
        var (coming, other) = (await world.Book(world.Day(2)), await World.Of(service, mentor: world.Mentor));
        var elsewhere = await other.Book(other.Day(3));
        var fact = NotSafe(world, by);
        await service.TellAndWait(fact);
        await service.TellAndWait(fact);
        await service.TellAndWait(world.Ending(Now));

        var off = await world.AsMentee.Get<MenteesSession>($"/sessions/{coming.Id}");
        (off.State, off.CancelledBy, off.CancelledWhy).ShouldBe((SessionState.Cancelled, Voice.Programme, null));
        (await service.HeardOnce<SessionCancelled>(f => f.SessionId == coming.Id.Value)).By.ShouldBe("programme");
        (await other.AsMentee.Get<MenteesSession>($"/sessions/{elsewhere.Id}")).State.ShouldBe(SessionState.Booked);
        await world.AsMentor.Post(world.SessionsAddress, World.Request(world.Day(4))).ShouldBeProblem(HttpStatusCode.Conflict, "The caseworker knows more.");
        await world.AsMentee.Post(world.SessionsAddress, World.Request(world.Day(4))).ShouldBeProblem(HttpStatusCode.Conflict, "You do not need to meet just now.");
        (await world.AsMentee.Get<ListSlots.Answer>(world.SlotsAddress)).Slots.ShouldBeEmpty();

        var told = await service.HeardOnce<SafetyDoubted>(f => f.MatchId == world.Match.Value);
        (told.By, told.SessionId, told.Tell.Single()).ShouldBe((by, null, world.Caseworker.Value));
        var worry = (await Worries(world)).ShouldHaveSingleItem();
        (worry.MatchId, worry.AtTheEnd).ShouldBe((world.Match, true));
        await world.AsCaseworker.Post($"/matches/{world.Match}/check-ins", World.Spoken(with == "mentee" ? "mentor" : "mentee", Today)).ShouldSucceed();
        (await Worries(world)).Count.ShouldBe(1, "a talk with the other one does not settle it");
        await world.AsCaseworker.Post($"/matches/{world.Match}/check-ins", World.Spoken(with, Today)).ShouldSucceed();
        (await Worries(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_leads_are_told_when_nobody_talks_with_them_for_two_days()
    {
        var (left, heard) = (await World.Of(service), await World.Of(service));
        await service.TellAndWait(NotSafe(left));
        await service.TellAndWait(NotSafe(heard));
        await heard.AsCaseworker.Post($"/matches/{heard.Match}/check-ins", World.Spoken("mentee", Today)).ShouldSucceed();
        service.Clock.Advance(TimeSpan.FromDays(2));
        (await service.HeardOnce<SafetyUnanswered>(f => f.MatchId == left.Match.Value)).SessionId.ShouldBeNull();
        await service.HeardNo<SafetyUnanswered>(f => f.MatchId == heard.Match.Value);
    }

    [Fact]
    public async Task Said_before_the_two_have_met_it_is_a_worry_all_the_same_that_a_talk_answers()
    {
        var known = await World.Of(service);
        var (match, mentor) = (MatchId.New(), MentorId.New());
        await service.TellAndWait(NotSafe(known) with { MatchId = match.Value, MentorId = mentor.Value });
        await service.TellAndWait(known.Ended(Now) with { MatchId = match.Value, MentorId = mentor.Value });
        (await Worries(known)).ShouldHaveSingleItem().MatchId.ShouldBe(match);
        await known.AsCaseworker.Post($"/matches/{match}/check-ins", World.Spoken("mentee", Today)).ShouldSucceed();
        (await Worries(known)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_caseworker_lets_them_meet_again_and_an_old_word_that_arrives_late_does_not_stop_it_anew()
    {
        var world = await World.Of(service);
        var said = Now;
        await service.TellAndWait(NotSafe(world, at: said));
        await world.AsCaseworker.Delete($"/matches/{world.Match}/stopping").ShouldSucceed();
        (await world.AsCaseworker.Get<SeeHowItGoes.Answer>($"/matches/{world.Match}/how-it-goes")).StoppedAt.ShouldBeNull();
        var again = await world.Book(world.Day(2));
        await service.TellAndWait(NotSafe(world, "mentor", said.AddSeconds(-5)));
        (await world.AsMentee.Get<MenteesSession>($"/sessions/{again.Id}")).State.ShouldBe(SessionState.Booked);
        (await Worries(world)).Count.ShouldBe(2, "that it was said is not lost");
    }

    [Fact]
    public async Task A_caseworker_calls_off_what_is_booked_after_any_worry()
    {
        var world = await World.Of(service);
        var (first, second) = (await world.Book(world.Day(2)), await world.Book(world.Day(3)));
        var begun = await world.Begun();
        (await world.AsCaseworker.Post($"/matches/{world.Match}/stopping").ShouldBe<PauseContact.Answer>(HttpStatusCode.OK)).CalledOff.ShouldBe(2);
        (await world.AsCaseworker.Post($"/matches/{world.Match}/stopping").ShouldBe<PauseContact.Answer>(HttpStatusCode.OK)).CalledOff.ShouldBe(0);
        foreach (var session in (SessionId[])[first.Id, second.Id])
        {
            (await world.AsMentee.Get<MenteesSession>($"/sessions/{session}")).State.ShouldBe(SessionState.Cancelled);
            await service.HeardOnce<SessionCancelled>(f => f.SessionId == session.Value);
        }

        (await world.AsMentee.Get<MenteesSession>($"/sessions/{begun}")).State.ShouldBe(SessionState.Booked);
        (await world.AsCaseworker.Get<SeeHowItGoes.Answer>($"/matches/{world.Match}/how-it-goes")).StoppedAt.ShouldNotBeNull();
        await service.AsCaseworker().Post($"/matches/{world.Match}/stopping").ShouldBeProblem(HttpStatusCode.NotFound);
        (await service.Db(db => db.Worries.CountAsync(x => x.MatchId == world.Match))).ShouldBe(0);
    }

    [Fact]
    public async Task Their_home_says_whether_they_are_to_meet()
    {
        var world = await World.Of(service);
        async Task<(bool Ending, bool Stopped)> Home() => await world.AsMentee.Get<SeeMyHome.MenteesHome>("/me/summary") is var home ? (home.Ending, home.Stopped) : default;
        (await Home()).ShouldBe((false, false));
        await service.TellAndWait(NotSafe(world));
        (await Home()).ShouldBe((false, true));
        await service.TellAndWait(world.Ending(Now));
        (await Home()).ShouldBe((true, true));
        await world.AsCaseworker.Delete($"/matches/{world.Match}/stopping").ShouldSucceed();
        (await Home()).ShouldBe((true, false));
    }

    [Fact]
    public async Task The_mentors_home_says_so_too_and_that_of_who_met_before_it_was_written_down()
    {
        var world = await World.Of(service);
        await service.TellAndWait(NotSafe(world));
        (await world.AsMentor.Get<SeeMyHome.MentorsHome>("/me/summary")).Matches.Single().Stopped.ShouldBeTrue();
        var early = MenteeId.New();
        await service.TellAndWait(NotSafe(world) with { MatchId = MatchId.New().Value, MenteeId = early.Value, MentorId = MentorId.New().Value });
        var home = await service.AsMentee(early).Get<SeeMyHome.MenteesHome>("/me/summary");
        (home.MatchId, home.Stopped).ShouldBe((null, true));
    }

    [Fact]
    public async Task A_talk_about_what_is_said_long_after_the_end_can_be_written_down()
    {
        var world = await World.Of(service);
        await service.TellAndWait(world.Ended(Now.AddDays(-70)));
        var address = $"/matches/{world.Match}/check-ins";
        await world.AsCaseworker.Post(address, World.Spoken("mentee", Today)).ShouldBeProblem(HttpStatusCode.Conflict, "more than 60 days ago");
        await service.TellAndWait(NotSafe(world));
        await world.AsCaseworker.Post(address, World.Spoken("mentee", Today)).ShouldSucceed();
        (await Worries(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_match_that_ends_before_its_beginning_was_written_down_can_be_talked_about()
    {
        var known = await World.Of(service);
        var (match, mentor) = (MatchId.New(), MentorId.New());
        await service.TellAndWait(known.Ending(Now) with { MatchId = match.Value, MentorId = mentor.Value });
        await known.AsCaseworker.Post($"/matches/{match}/check-ins", World.Spoken("mentee", Today)).ShouldSucceed();
    }

    [Fact]
    public async Task Of_a_booking_and_a_word_that_somebody_is_not_safe_at_once_no_session_is_left()
    {
        var world = await World.Of(service);
        var booking = Enumerable.Range(2, 8).Select(day => Task.Run(() => world.AsMentor.Post(world.SessionsAddress, World.Request(world.Day(day))))).ToList();
        await service.TellAndWait(NotSafe(world));
        await Task.WhenAll(booking);
        (await service.Db(db => db.Sessions.CountAsync(s => s.MatchId == world.Match && s.State == SessionState.Booked))).ShouldBe(0);
    }
}
