using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class WhoMayTests
{
    private static readonly DateTimeOffset Start = At("2026-11-04T18:00:00Z");

    // The table of docs/domain.md: two hours before and earlier, in the last two hours, and from the start on.
    [Theory]
    [InlineData(Voice.Mentor, Act.Move, true, true, false)]
    [InlineData(Voice.Mentee, Act.Move, true, false, false)]
    [InlineData(Voice.Mentor, Act.Propose, true, true, false)]
    [InlineData(Voice.Mentee, Act.Propose, true, true, false)]
    [InlineData(Voice.Mentor, Act.Answer, true, true, false)]
    [InlineData(Voice.Mentee, Act.Answer, true, true, false)]
    [InlineData(Voice.Mentor, Act.CallOff, true, true, false)]
    [InlineData(Voice.Mentee, Act.CallOff, true, true, false)]
    [InlineData(Voice.Caseworker, Act.CallOff, true, true, false)]
    [InlineData(Voice.Mentor, Act.SayWhetherHeld, false, false, true)]
    [InlineData(Voice.Mentee, Act.SayWhetherHeld, false, false, true)]
    public void Who_may_do_what_until_when(Voice by, Act act, bool before, bool late, bool begun)
    {
        bool May(DateTimeOffset now) => WhoMay.WhyNot(by, act, Start, now) is null;
        (May(Start.AddDays(-3)), May(Start.AddHours(-2))).ShouldBe((before, before));
        (May(Start.AddHours(-2).AddTicks(1)), May(Start.AddTicks(-1))).ShouldBe((late, late));
        (May(Start), May(Start.AddDays(1))).ShouldBe((begun, begun));
    }

    [Fact]
    public void A_young_person_who_is_late_is_told_kindly_what_they_can_do() =>
        WhoMay.WhyNot(Voice.Mentee, Act.Move, Start, Start.AddHours(-1)).ShouldBe("It begins in less than two hours. Ask your mentor for another time, or call it off: that is OK.");

    [Fact]
    public void A_time_that_is_asked_for_moves_the_session_when_the_other_says_yes_and_not_before()
    {
        var (session, other) = (ASession, From("2026-11-11T18:00:00Z", 60));
        session.Propose(Plain, other).Changed.ShouldBeTrue();
        session.Propose(Plain, other).ShouldBe(Shared.Decision.AlreadySo);
        (session.Time.From, session.Proposal).ShouldBe((Start, new Proposal(Voice.Mentee, other)));
        session.Answer(Plain, other.From, accept: true).Refusal.ShouldBe("You asked for this time yourself. Now the other one answers.");
        session.Answer(Plain with { Asking = Voice.Mentor }, other.From, accept: true).Changed.ShouldBeTrue();
        (session.Time, session.Proposal, session.Sequence).ShouldBe((other, null, 1));
        session.Told.OfType<Contracts.Sessions.SessionMoved>().ShouldHaveSingleItem();
        session.Answer(Plain with { Asking = Voice.Mentor }, other.From, accept: true).ShouldBe(Shared.Decision.AlreadySo);
    }

    [Fact]
    public void With_a_no_it_stays()
    {
        var (session, other) = (ASession, From("2026-11-11T18:00:00Z", 60));
        session.Propose(Plain with { Asking = Voice.Mentor }, other);
        session.Answer(Plain, other.From, accept: false).Changed.ShouldBeTrue();
        (session.Time.From, session.Proposal, session.Sequence).ShouldBe((Start, null, 0));
        session.Answer(Plain, other.From, accept: false).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void The_rules_are_looked_at_again_when_the_other_says_yes()
    {
        var (session, other) = (ASession, From("2026-11-11T18:00:00Z", 60));
        session.Propose(Plain, other);
        var taken = Plain with { Asking = Voice.Mentor, Held = [other] };
        session.Answer(taken, other.From, accept: true).Refusal.ShouldBe("That time is taken. Pick another one.");
        session.Time.From.ShouldBe(Start);
        session.Answer(Plain with { Asking = Voice.Mentor }, other.From.AddMinutes(15), accept: true).Refusal.ShouldBe("Another time is asked for by now. Look at it again.");
        session.Propose(taken with { Asking = Voice.Mentee }, other with { Until = other.Until.AddMinutes(-15) }).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Who_asked_can_take_it_back_and_a_move_or_a_call_off_forgets_it()
    {
        var (session, other) = (ASession, From("2026-11-11T18:00:00Z", 60));
        session.Propose(Plain, other);
        session.TakeProposalBack(Voice.Mentor).IsRefused.ShouldBeTrue();
        session.TakeProposalBack(Voice.Mentee).Changed.ShouldBeTrue();
        session.TakeProposalBack(Voice.Mentee).ShouldBe(Shared.Decision.AlreadySo);
        session.Propose(Plain, other);
        session.Move(Plain with { Asking = Voice.Mentor }, From("2026-11-04T18:30:00Z", 60), By(MeetingWay.Video));
        session.Proposal.ShouldBeNull();
        session.Propose(Plain, other);
        session.Cancel(Voice.Mentee, null, Now);
        session.Proposal.ShouldBeNull();
    }
}
