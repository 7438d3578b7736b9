using System.Globalization;
using Mentoring.Contracts.Sessions;
using Mentoring.Shared;
using Shouldly;
using Xunit;
using static Mentoring.Sessions.Tests.Decisions.Sample;

namespace Mentoring.Sessions.Tests.Decisions;

public sealed class PulseTests
{
    private static readonly CaseworkerId Caseworker = CaseworkerId.New();

    /// <summary>The session is on Wednesday 4 November from six to seven.</summary>
    [Theory]
    [InlineData("2026-11-04T17:59:00Z", "not begun")]
    [InlineData("2026-11-04T18:00:00Z", null)]
    [InlineData("2026-12-04T19:00:00Z", null)]
    [InlineData("2026-12-04T19:00:01Z", "a while ago")]
    public void It_can_be_said_from_the_beginning_of_a_session_and_for_thirty_days(string at, string? why)
    {
        var refused = Pulse.WhyNot(ASession, Voice.Mentee, At(at));
        if (why is null) refused.ShouldBeNull();
        else refused.ShouldNotBeNull().ShouldContain(why);
    }

    /// <summary>It was said on Wednesday 4 November at nine in the evening.</summary>
    [Theory]
    [InlineData("2026-11-04", "2026-11-04T20:00:00Z", false)] // written down before
    [InlineData("2026-11-04", "2026-11-04T22:00:00Z", true)]
    [InlineData("2026-11-04", "2026-11-05T09:00:00Z", false)] // may have been the call of that morning
    [InlineData("2026-11-05", "2026-11-05T09:00:00Z", true)]
    [InlineData("2026-11-03", "2026-11-05T09:00:00Z", false)]
    public void A_worry_is_answered_by_a_talk_after_it_and_not_by_one_before(string heldOn, string recordedAt, bool answered) =>
        Pulse.Of(ASession, Voice.Mentee, new(HowItWas.Good, Safety.NotSafe, null), [], At("2026-11-04T21:00:00Z"))
            .IsAnsweredBy(DateOnly.Parse(heldOn, CultureInfo.InvariantCulture), At(recordedAt)).ShouldBe(answered);

    [Fact]
    public void Who_said_that_they_did_not_meet_is_not_asked_how_it_was_but_the_other_is()
    {
        var session = ASession;
        var after = At("2026-11-04T20:00:00Z");
        session.Record(false, Voice.Mentor, after);
        Pulse.WhyNot(session, Voice.Mentor, after).ShouldNotBeNull();
        Pulse.WhyNot(session, Voice.Mentee, after).ShouldBeNull();
        var off = ASession;
        off.Cancel(Voice.Mentee, null, Now);
        Pulse.WhyNot(off, Voice.Mentee, after).ShouldNotBeNull().ShouldContain("called off");
    }

    [Theory]
    [InlineData(Safety.Safe, false)]
    [InlineData(Safety.Unsure, true)]
    [InlineData(Safety.NotSafe, true)]
    public void Who_is_not_sure_to_be_safe_is_told_of_at_once_to_those_who_look_after_the_match(Safety safe, bool told)
    {
        var pulse = Pulse.Of(ASession, Voice.Mentee, new(HowItWas.Good, safe, "Not a word of this."), [Caseworker], Now);
        if (!told)
        {
            pulse.Told.ShouldBeEmpty();
            return;
        }

        var fact = pulse.Told.ShouldHaveSingleItem().ShouldBeOfType<SafetyDoubted>();
        (fact.By, fact.Tell.Single(), fact.SessionId).ShouldBe(("mentee", Caseworker.Value, pulse.SessionId.Value));
    }

    [Fact]
    public void What_was_said_stays()
    {
        var pulse = Pulse.Of(ASession, Voice.Mentor, new(HowItWas.Bad, Safety.NotSafe, null), [], Now);
        pulse.SayAgain(new(HowItWas.Bad, Safety.NotSafe, null)).ShouldBe(Decision.AlreadySo);
        pulse.SayAgain(new(HowItWas.Great, Safety.Safe, null)).IsRefused.ShouldBeTrue();
        (pulse.How, pulse.Safe).ShouldBe((HowItWas.Bad, Safety.NotSafe));
    }

    [Fact]
    public void After_two_days_without_a_talk_the_leads_are_told_once_and_of_a_worry_only()
    {
        var pulse = Pulse.Of(ASession, Voice.Mentor, new(HowItWas.Good, Safety.Unsure, null), [], Now);
        pulse.TellLeads(Now.AddDays(2).AddSeconds(-1)).ShouldBe(Decision.AlreadySo);
        pulse.TellLeads(Now.AddDays(2)).ShouldBe(Decision.Done);
        pulse.TellLeads(Now.AddDays(9)).ShouldBe(Decision.AlreadySo);
        pulse.Told.OfType<SafetyUnanswered>().ShouldHaveSingleItem().By.ShouldBe("mentor");
        Pulse.Of(ASession, Voice.Mentor, new(HowItWas.Bad, Safety.Safe, null), [], Now).TellLeads(Now.AddDays(9)).ShouldBe(Decision.AlreadySo);
    }
}
